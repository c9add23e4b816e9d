#include "emit/chart.h"

#include <algorithm>

#include "base/text.h"

namespace runbookc {

std::size_t bar_length(std::size_t part, std::size_t whole) {
  if (part == 0 || whole == 0) return 0;
  return std::max(std::size_t{1}, std::min(part, whole) * kBarLength / whole);
}

std::vector<TemplateData> stacked_bar(const std::vector<BarPart>& parts) {
  std::size_t whole = 0;
  for (const BarPart& part : parts) whole += part.count;
  std::vector<TemplateData> items;
  std::size_t before = 0;
  for (const BarPart& part : parts) {
    if (part.count == 0) continue;
    const std::size_t begin = before * kBarLength / whole;
    before += part.count;
    TemplateData item;
    item.text["kind"] = part.kind;
    item.text["label"] = part.label;
    item.text["count"] = std::to_string(part.count);
    item.text["percent"] = std::to_string((part.count * 100 + whole / 2) / whole);
    item.text["x"] = std::to_string(begin);
    item.text["width"] = std::to_string(before * kBarLength / whole - begin);
    items.push_back(std::move(item));
  }
  return items;
}

std::string bar_text(const std::vector<BarPart>& parts) {
  std::vector<std::string> texts;
  for (const BarPart& part : parts) {
    if (part.count > 0) texts.push_back(std::to_string(part.count) + " " + part.label);
  }
  return join(texts, ", ");
}

}  // namespace runbookc
