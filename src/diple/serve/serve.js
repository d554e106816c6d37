"use strict";
// Keeps an open page true while its document is worked on: loads it anew where the reader was, shows what was found.
(() => {
  const path = location.pathname.match(/\/documents\/([^/]+)\//);
  const documentId = path ? decodeURIComponent(path[1]) : "";
  const key = "diple-place:" + location.pathname;

  // The reader's place is the element with an id that begins nearest to the top of the window, and how far from it.
  const place = () => {
    let nearest = { id: "", top: Infinity, y: scrollY };
    for (const element of document.querySelectorAll("main [id]")) {
      const box = element.getBoundingClientRect();
      if (box.height > 0 && Math.abs(box.top) < Math.abs(nearest.top)) nearest = { id: element.id, top: box.top, y: scrollY };
    }
    return nearest;
  };

  const keepPlace = () => sessionStorage.setItem(key, JSON.stringify(place()));

  const restorePlace = () => {
    const kept = JSON.parse(sessionStorage.getItem(key) || "null");
    sessionStorage.removeItem(key);
    if (!kept) return;
    const element = kept.id && document.getElementById(kept.id);
    if (element) scrollBy({ top: element.getBoundingClientRect().top - kept.top, behavior: "instant" });
    else scrollTo({ top: kept.y, behavior: "instant" });
  };

  const made = (tag, text, attributes = {}) => {
    const element = document.createElement(tag);
    element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };

  const row = (finding) => {
    const item = made("li", "", { "data-level": finding.level });
    const words = `${finding.level} ${finding.code}: ${finding.message}`;
    const leads = finding.anchor && document.getElementById(finding.anchor);
    item.append(leads ? made("a", words, { href: "#" + finding.anchor }) : made("span", words));
    const where = [`line ${finding.line}`];
    if (finding.source_line) where.push(`line ${finding.source_line} of the transcript`);
    if (finding.line > 0) item.append(made("small", where.join(", ")));
    if (finding.suggestion) item.append(made("small", finding.suggestion));
    return item;
  };

  const counted = (findings) => {
    const of = (level) => findings.filter((finding) => finding.level === level).length;
    const parts = [];
    if (of("error")) parts.push(`${of("error")} error${of("error") === 1 ? "" : "s"}`);
    if (of("warning")) parts.push(`${of("warning")} warning${of("warning") === 1 ? "" : "s"}`);
    if (of("advice")) parts.push(`${of("advice")} to look at`);
    return parts.join(", ");
  };

  const showFindings = async () => {
    if (!documentId) return;
    const answer = await fetch("/-/findings/" + encodeURIComponent(documentId));
    const findings = await answer.json();
    const old = document.getElementById("diple-serve");
    const wasOpen = old ? old.open : false;
    if (old) old.remove();
    if (!findings.length) return;
    const panel = made("details", "", { id: "diple-serve" });
    panel.open = wasOpen || findings.some((finding) => finding.level === "error");
    const list = made("ol", "");
    list.append(...findings.map(row));
    panel.append(made("summary", counted(findings)), list);
    document.body.append(panel);
  };

  const news = new EventSource("/-/news?document=" + encodeURIComponent(documentId));
  news.addEventListener("page", (event) => {
    if (event.data !== "*" && event.data !== documentId) return;
    keepPlace();
    location.reload();
  });
  news.addEventListener("findings", (event) => {
    if (event.data === documentId) showFindings();
  });
  let lost = false;
  news.addEventListener("error", () => { lost = true; });
  news.addEventListener("open", () => {
    // What was saved while nobody listened is not told again.
    if (lost) { keepPlace(); location.reload(); }
  });
  addEventListener("pagehide", () => news.close());

  restorePlace();
  showFindings();
})();
