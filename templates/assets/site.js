// What a page gains when scripts run: buttons that copy, review dates that keep up with the
// calendar, and scrolling by keyboard. Without it every page still reads whole.
(function () {
  'use strict';

  var words = document.body.dataset;
  var live = document.querySelector('.live');

  // Over plain HTTP browsers withhold the clipboard, but a selection can still be copied.
  function copyBySelection(text) {
    var focused = document.activeElement;
    var area = document.createElement('textarea');
    area.value = text;
    area.setAttribute('readonly', '');
    area.setAttribute('aria-hidden', 'true');
    area.className = 'live';
    document.body.appendChild(area);
    area.select();
    var copied = false;
    try {
      copied = document.execCommand('copy');
    } catch (refused) {
      copied = false;
    }
    area.remove();
    if (focused) focused.focus();
    return copied;
  }

  function copy(text) {
    if (!navigator.clipboard || !window.isSecureContext) {
      return Promise.resolve(copyBySelection(text));
    }
    return navigator.clipboard.writeText(text).then(
      function () { return true; },
      function () { return copyBySelection(text); });
  }

  function report(button, label, copied) {
    button.textContent = copied ? words.copied : words.copyFailed;
    button.classList.toggle('done', copied);
    live.textContent = button.textContent;
    clearTimeout(Number(button.dataset.timer));
    button.dataset.timer = String(setTimeout(function () {
      button.textContent = label;
      button.classList.remove('done');
      live.textContent = '';
    }, 2000));
  }

  function copyButton(label, name, text) {
    var button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = label;
    button.setAttribute('aria-label', label + ': ' + name);
    button.addEventListener('click', function () {
      copy(text).then(function (copied) { report(button, label, copied); });
    });
    return button;
  }

  function firstLine(text) {
    var line = text.trim().split('\n', 1)[0];
    return line.length > 60 ? line.slice(0, 60) + '…' : line;
  }

  function addButtons(figure) {
    var code = figure.querySelector('code');
    var whole = figure.dataset.copy;
    var commands = figure.querySelectorAll('.cmd[data-copy]');
    var several = figure.querySelectorAll('.cmd').length > 1;
    if (whole === undefined && commands.length === 1 && !several) whole = commands[0].dataset.copy;
    // What a command prints is there to be compared, not pasted.
    if (figure.dataset.role === 'output') return;
    if (whole === undefined) whole = code.textContent.replace(/\n$/, '');
    if (several) {
      commands.forEach(function (command) {
        var text = command.dataset.copy;
        command.prepend(copyButton(words.copy, firstLine(text), text));
      });
    }
    var label = several ? words.copyAll : words.copy;
    figure.querySelector('figcaption').appendChild(copyButton(label, firstLine(whole), whole));
  }

  // What overflows must be reachable without a mouse.
  function letScroll(element, name) {
    if (element.scrollWidth <= element.clientWidth) return;
    element.tabIndex = 0;
    element.setAttribute('role', 'region');
    element.setAttribute('aria-label', name);
  }

  // A day's grace, because time zones differ.
  function refreshReview(badge) {
    var due = Date.parse(badge.dataset.due + 'T00:00:00Z');
    if (!(Date.now() > due + 2 * 24 * 3600 * 1000)) return;
    badge.className = 'review overdue';
    badge.textContent = badge.dataset.overdue;
  }

  document.querySelectorAll('figure.code').forEach(addButtons);
  document.querySelectorAll('.code pre').forEach(function (e) { letScroll(e, words.code); });
  document.querySelectorAll('.review[data-due]').forEach(refreshReview);
})();
