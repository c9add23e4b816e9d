// Before anything is drawn: the reader's choice of light or dark, if there is one.
(() => {
  try {
    const theme = localStorage.getItem('runbook-theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch (refused) {
    // Without storage the system decides.
  }
})();
