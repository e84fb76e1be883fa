// "Select all" of a group. Without script each row is selected by itself.
for (const all of document.querySelectorAll('[data-pick-all]'))
  all.addEventListener('change', () => {
    for (const box of all.closest('[data-picks]').querySelectorAll('input[type=checkbox]')) box.checked = all.checked;
  });
