// A link in the summary of <details> can't be reached by everybody: it becomes the first entry below it, or goes.
function mend() {
  for (const icon of document.querySelectorAll('summary .tsd-anchor-icon')) icon.remove();
  for (const link of document.querySelectorAll('#tsd-nav-container summary a')) {
    const list = link.closest('details').querySelector('ul');
    if (!list) continue;
    const title = document.createElement('span');
    title.append(...link.childNodes);
    link.replaceWith(title);
    const entry = document.createElement('li');
    link.textContent = 'Overview';
    entry.append(link);
    list.prepend(entry);
  }
}

// The navigation is built when the page has loaded.
const observer = new MutationObserver(mend);
const navigation = document.getElementById('tsd-nav-container');
if (navigation) observer.observe(navigation, { childList: true });
mend();

// A result of the search is an option of its list. An option must hold no link: it becomes the link itself.
const results = document.getElementById('tsd-search-results');
function mendResults() {
  for (const link of results.querySelectorAll('a[href]')) {
    const { href } = link;
    link.removeAttribute('href');
    link.removeAttribute('tabindex');
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey) open(href);
      else location.assign(href);
    });
  }
}
if (results) new MutationObserver(mendResults).observe(results, { childList: true });

// Enter leads to the first result, if none is chosen.
const field = document.getElementById('tsd-search-input');
field?.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !field.getAttribute('aria-activedescendant')) results.querySelector('a')?.click();
});

// A table that scrolls by itself must be reachable with the keyboard.
const watcher = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute('tabindex');
  }
});
for (const table of document.querySelectorAll('.tsd-typography table')) watcher.observe(table);
