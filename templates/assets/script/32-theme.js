// The switch between light and dark. It goes from what is seen to the other, and back to the
// system's choice when both agree.

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');

function themeShown() {
  return document.documentElement.dataset.theme || (systemIsDark.matches ? 'dark' : 'light');
}

function keepTheme(theme) {
  const asSystem = (theme === 'dark') === systemIsDark.matches;
  if (asSystem) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (asSystem) localStorage.removeItem('runbook-theme');
    else localStorage.setItem('runbook-theme', theme);
  } catch (refused) {
    // The choice holds for this page alone.
  }
}

function addThemeSwitch(bar) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'tool theme';
  const label = () => {
    button.textContent = themeShown() === 'dark' ? words['theme.light'] : words['theme.dark'];
  };
  button.addEventListener('click', () => {
    keepTheme(themeShown() === 'dark' ? 'light' : 'dark');
    label();
  });
  systemIsDark.addEventListener('change', label);
  label();
  bar.append(button);
}

document.querySelectorAll('.bar').forEach(addThemeSwitch);
