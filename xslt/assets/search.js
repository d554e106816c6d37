// The search page: asks Pagefind's index and shows the passages it finds. The address holds what was asked.
(() => {
  "use strict";
  const PORTION = 20;
  const form = document.getElementById("_search");
  const said = document.getElementById("_said");
  const found = document.getElementById("_found");
  const more = document.getElementById("_more");
  const root = new URL("..", document.currentScript.src);
  const facets = [...form.querySelectorAll("select")];
  let pagefind, hits = [], asked = 0;

  if (location.protocol === "file:") {
    said.textContent = form.dataset.disk;
    return;
  }

  const say = (template, value) => template.replace("{1}", value);

  // What was asked, as the address has it.
  function question() {
    const given = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value.trim()) given.set(name, value.trim());
    return given;
  }

  function restore() {
    const given = new URLSearchParams(location.search);
    for (const field of form.elements) {
      if (field.name) field.value = given.get(field.name) ?? "";
    }
  }

  // Of what Pagefind gives only words and marked words are taken over: no markup of a text comes to life here.
  function excerpt(html) {
    const shown = document.createElement("p");
    const given = new DOMParser().parseFromString(html, "text/html").body;
    for (const node of given.childNodes) {
      if (node.nodeName === "MARK") {
        const mark = document.createElement("mark");
        mark.textContent = node.textContent;
        shown.append(mark);
      } else {
        shown.append(node.textContent);
      }
    }
    return shown;
  }

  function entry(data) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = new URL(data.raw_url ?? data.url, root).href;
    link.textContent = data.meta.title;
    const place = document.createElement("span");
    const page = data.meta.page ? say(form.dataset.page, data.meta.page) : "";
    place.textContent = [data.meta.date, page, data.meta.speaker].filter(Boolean).join(" · ");
    const words = excerpt(data.excerpt);
    if (!data.content.startsWith(words.textContent.trim())) words.prepend("… ");
    if (!data.content.endsWith(words.textContent.trim())) words.append(" …");
    item.append(link, " ", place, words);
    return item;
  }

  async function show() {
    const turn = asked;
    const portion = hits.splice(0, PORTION);
    const entries = await Promise.all(portion.map((hit) => hit.data()));
    if (turn !== asked) return;
    const first = found.children.length;
    found.append(...entries.map(entry));
    more.hidden = hits.length === 0;
    return found.children[first];
  }

  async function search() {
    const turn = ++asked;
    const given = question();
    const filters = Object.fromEntries(facets.filter((facet) => facet.value).map((facet) => [facet.name, facet.value]));
    const words = given.get("q") ?? null;
    found.replaceChildren();
    more.hidden = true;
    if (words === null && !Object.keys(filters).length) {
      said.textContent = "";
      return;
    }
    const result = await pagefind.search(words, { filters });
    if (turn !== asked) return;
    hits = result.results;
    said.textContent = hits.length ? say(form.dataset.found, hits.length) : form.dataset.none;
    await show();
  }

  function fill(facet, counts) {
    const values = Object.keys(counts ?? {}).sort((one, other) => one.localeCompare(other, document.documentElement.lang));
    facet.append(...values.map((value) => new Option(`${value} (${counts[value]})`, value)));
  }

  async function start() {
    pagefind = await import(new URL("pagefind/pagefind.js", root).href);
    await pagefind.options({ excerptLength: 30 });
    const counts = await pagefind.filters();
    for (const facet of facets) fill(facet, counts[facet.name]);
    restore();
    await search();
  }

  function ask(event) {
    event?.preventDefault();
    const given = question().toString();
    history.pushState(null, "", given ? `?${given}` : location.pathname);
    search().catch(fail);
  }

  function fail() {
    said.textContent = form.dataset.failed;
  }

  start().then(() => {
    form.addEventListener("submit", ask);
    for (const facet of facets) facet.addEventListener("change", ask);
    more.addEventListener("click", () => show().then((item) => item?.querySelector("a").focus()).catch(fail));
    addEventListener("popstate", () => { restore(); search().catch(fail); });
  }).catch(fail);
})();
