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
