// What the page offers (script/60-search.js), and where the site begins.

const { kit } = runbookcSearch;
const { make } = kit;
const searchRoot = new URL('..', kit.page).href;

function loadScript(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => {
      script.remove();
      resolve();
    };
    script.onerror = () => {
      script.remove();
      reject(new Error('missing: ' + address));
    };
    document.head.append(script);
  });
}

// The words under `key`.one or `key`.other with `{n}` filled.
function countWords(key, n) {
  return words[key + (n === 1 ? '.one' : '.other')].replace('{n}', String(n));
}

// A button with words that does something.
function searchButton(name, text, action) {
  const button = make('button', name, text);
  button.type = 'button';
  button.addEventListener('click', () => action(button));
  return button;
}
