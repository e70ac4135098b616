// Runs in the page, behind axe: lets axe.run answer always, and with no more than is asked for.
// Answers {error} or {nodes, levels}. A node's path is the way from the html element down to it: the
// place of each element among its siblings. Levels has, by the path of a parent, its children.
(() => {
  const axe = window.axe;
  const run = axe.run;
  const TEXT = 200;
  const step = (element) => Array.prototype.indexOf.call(element.parentNode.children, element);

  function pathOf(element) {
    const path = [];
    for (; element.parentElement; element = element.parentElement) path.unshift(step(element));
    return path;
  }

  function childOf(element) {
    const words = element.textContent.split(/\s+/).filter(Boolean);
    const text = Array.from(words.slice(0, TEXT).join(" ")).slice(0, TEXT).join("");
    return [
      element.localName,
      Object.fromEntries(Array.from(element.attributes, (a) => [a.name, a.value])),
      `${words.length} ${text}`,
    ];
  }

  function summary(results) {
    const levels = {};
    const nodes = [];
    for (const kind of ["violations", "incomplete"]) {
      for (const rule of results[kind]) {
        for (const node of rule.nodes) {
          let first = node.target[0]; // a list for what stands in a shadow tree: its host comes first
          const inner = node.target.length > 1 || Array.isArray(first);
          if (Array.isArray(first)) first = first[0];
          const element = document.querySelector(first) || document.documentElement;
          const path = pathOf(element);
          for (let e = element.parentElement, n = path.length - 1; e; e = e.parentElement, n--) {
            const key = path.slice(0, n).join(" ");
            if (key in levels) break;
            levels[key] = Array.from(e.children, childOf);
          }
          const checks = [...node.any, ...node.all, ...node.none];
          nodes.push({
            rule: rule.id, review: kind === "incomplete", impact: node.impact || rule.impact,
            path, inner, html: node.html, reasons: checks.map((check) => check.message),
            summary: node.failureSummary || "",
            data: Object.assign({}, ...checks.map((check) => check.data).filter(
              (data) => data && typeof data === "object" && !Array.isArray(data))),
          });
        }
      }
    }
    return { nodes, levels };
  }

  axe.run = (options) => Promise.resolve()
    .then(() => {
      if (document.querySelector("parsererror")) throw new Error("this is no well-formed XHTML");
      return run.call(axe, options);
    })
    .then(summary)
    .catch((error) => ({ error: String((error && error.message) || error) }));
})();
