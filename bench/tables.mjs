// Plain tables for a terminal.

// `rows` are lists of texts and numbers, the first row the head; numbers stand to the right.
export function table(title, rows) {
  const texts = rows.map((row) => row.map(String));
  const widths = texts[0].map((_, column) => Math.max(...texts.map((row) => row[column].length)));
  const isRight = (column) => column > 0 && texts.slice(1).some((row) => /^[\d.,<>-]/.test(row[column]));
  const line = (row) => row.map((text, column) => (isRight(column) ? text.padStart(widths[column]) : text.padEnd(widths[column]))).join('  ').trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [title, '', line(texts[0]), rule, ...texts.slice(1).map(line), ''].map((one) => '  '.repeat(one === title ? 0 : 1) + one).join('\n').replace(/ +$/gm, '') + '\n';
}

export const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
export const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

// The value that a share of all do not exceed: 0.5 the median, 1 the worst.
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export const spread = (values) => ({ median: quantile(values, 0.5), most: quantile(values, 0.95), worst: quantile(values, 1) });
