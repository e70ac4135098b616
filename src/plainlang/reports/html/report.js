'use strict';
// Filter, search and sort. Reads what is in the page; loads and sends nothing.
(function () {
  const $ = (id) => document.getElementById(id);
  const form = $('filter');
  const list = $('list');
  const pages = [...list.children].map((element) => ({
    element,
    name: element.querySelector('h3').textContent.toLowerCase(),
    findings: [...element.querySelectorAll('.found > li')].map((item) => ({
      item,
      text: '',
      rule: item.dataset.rule,
      severity: item.dataset.severity,
      review: 'review' in item.dataset,
      shown: true,
    })),
    total: Number(element.dataset.found),
    shown: true,
  }));

  // The text of a finding is read when somebody first searches.
  let indexed = false;
  function index() {
    if (indexed) return;
    for (const page of pages) {
      for (const finding of page.findings) finding.text = finding.item.textContent.toLowerCase();
    }
    indexed = true;
  }

  function plural(number, noun) {
    return number.toLocaleString('en') + ' ' + noun + (number === 1 ? '' : 's');
  }

  function filter() {
    const words = $('find').value.toLowerCase().split(/\s+/).filter(Boolean);
    const severity = $('severity').value;
    const rule = $('rule').value;
    const review = $('review').checked;
    const any = words.length > 0 || severity || rule || review;
    if (words.length) index();
    let count = 0;
    let open = 0;
    for (const page of pages) {
      let kept = 0;
      for (const finding of page.findings) {
        const keep =
          (!severity || finding.severity === severity) &&
          (!rule || finding.rule === rule) &&
          (!review || finding.review) &&
          words.every((word) => finding.text.includes(word) || page.name.includes(word));
        if (keep) kept += 1;
        if (keep !== finding.shown) {
          finding.shown = keep;
          finding.item.hidden = !keep;
        }
      }
      const named = words.length > 0 && !severity && !rule && !review &&
        words.every((word) => page.name.includes(word));
      const show = !any || kept > 0 || named;
      if (show !== page.shown) {
        page.shown = show;
        page.element.hidden = !show;
      }
      if (show) {
        open += 1;
        count += any ? kept : page.total;
      }
    }
    $('count').textContent = plural(count, 'finding') + ' on ' + plural(open, 'page');
  }

  function sort() {
    const key = $('sort').value;
    const value = (page) => page.element.dataset[key];
    const order = {
      path: (a, b) => value(a).localeCompare(value(b)),
      score: (a, b) => value(a) - value(b),
      grade: (a, b) => value(b) - value(a),
      found: (a, b) => value(b) - value(a),
    }[key];
    list.append(...[...pages].sort(order).map((page) => page.element));
  }

  // What a link leads to may be folded away.
  function reveal() {
    let element = null;
    try {
      element = $(decodeURIComponent(location.hash.slice(1)));
    } catch (error) {
      return;
    }
    if (!element) return;
    if (element.hidden || element.closest('[hidden]')) {
      form.reset();
      filter();
    }
    for (let at = element; at; at = at.parentElement) {
      if (at.tagName === 'DETAILS') at.open = true;
    }
    element.scrollIntoView();
  }

  function toggle(open) {
    for (const page of pages) {
      if (page.shown && page.element.tagName === 'DETAILS') page.element.open = open;
    }
  }

  form.reset(); // a browser may bring back what was chosen before a reload
  let waiting = 0;
  $('find').addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 120);
  });
  for (const id of ['severity', 'rule', 'review']) $(id).addEventListener('change', filter);
  $('sort').addEventListener('change', sort);
  $('open').addEventListener('click', () => toggle(true));
  $('close').addEventListener('click', () => toggle(false));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(() => { filter(); sort(); }));
  addEventListener('hashchange', reveal);
  form.hidden = false;
  if (location.hash) reveal();
})();
