// The list of documents on the front page, put in another order. Without it the list stands by date, and complete.
(() => {
  "use strict";
  const bar = document.getElementById("_sorting");
  const said = document.getElementById("_sorted");
  const list = document.querySelector(".documents");
  if (!bar || !list) return;
  const asMade = [...list.children];
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const buttons = [...bar.querySelectorAll("button")];

  // What is not known of a document stands last, whichever way the list runs; equal ones stay by date.
  function comparing(by, way) {
    return (one, other) => {
      const [first, second] = [one, other].map((item) => item.dataset[by] ?? "");
      return first && second ? way * collator.compare(first, second) : !first - !second;
    };
  }

  function order(by, way) {
    list.append(...[...asMade].sort(comparing(by, way)));
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.value === by));
      button.dataset.way = button.value === by ? String(way) : "";
    }
  }

  // The address says the order, so that a list can be cited: ?sort=kind, ?sort=-words.
  function remember(by, way) {
    if (location.protocol === "file:") return;
    const given = new URLSearchParams({ sort: (way < 0 ? "-" : "") + by });
    history.replaceState(null, "", `?${given}${location.hash}`);
  }

  bar.addEventListener("click", ({ target }) => {
    if (target.type !== "button") return;
    const way = target.dataset.way === "1" ? -1 : 1;
    order(target.value, way);
    remember(target.value, way);
    said.textContent = (way > 0 ? bar.dataset.up : bar.dataset.down).replace("{1}", target.textContent);
  });

  bar.hidden = false;
  const asked = new URLSearchParams(location.search).get("sort") ?? "";
  const by = asked.replace(/^-/, "");
  if (buttons.some((button) => button.value === by)) order(by, asked.startsWith("-") ? -1 : 1);
})();
