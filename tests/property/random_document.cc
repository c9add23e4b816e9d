#include "random_document.h"

#include <algorithm>
#include <random>
#include <type_traits>

#include "model/fields.h"

namespace runbookc {
namespace {

// An archive that fills what it is shown. Indexes come out wild; fit() tames them.
class Filler {
 public:
  explicit Filler(std::uint32_t seed) : random_(seed) {}

  template <typename... T>
  void operator()(T&... values) {
    (fill(values), ...);
  }
  std::uint32_t below(std::size_t bound) {
    return bound == 0 ? 0 : static_cast<std::uint32_t>(random_() % bound);
  }

 private:
  void fill(std::uint32_t& value) { value = random_() % 3 == 0 ? random_() : below(300); }
  void fill(std::uint8_t& value) { value = static_cast<std::uint8_t>(below(256)); }
  void fill(bool& value) { value = below(2) == 1; }
  void fill(double& value) { value = static_cast<double>(below(100000)) / 8 - 1000; }
  template <typename E>
    requires std::is_enum_v<E>
  void fill(E& value) {
    value = static_cast<E>(below(static_cast<std::size_t>(fields::kLast<E>) + 1));
  }
  void fill(std::string& text) {
    text.resize(below(10) == 0 ? below(400) : below(12));
    for (char& c : text) c = static_cast<char>(below(256));
  }
  template <typename T>
  void fill(std::vector<T>& list) {
    constexpr bool kNests = std::is_same_v<T, Value> || std::is_same_v<T, Member>;
    if (kNests && depth_ == kValueDepth) return;
    list.resize(below(kNests ? 4 : 7));
    for (T& item : list) fill(item);
  }
  void fill(Value& value) {
    ++depth_;
    fields::visit(*this, value);
    --depth_;
  }
  template <typename T>
    requires std::is_class_v<T>
  void fill(T& object) {
    fields::visit(*this, object);
  }

  static constexpr int kValueDepth = 5;
  std::mt19937 random_;
  int depth_ = 0;
};

// An index into the list, or none.
template <typename T>
void fit(Filler& filler, Index& index, const std::vector<T>& list) {
  index = list.empty() || filler.below(3) == 0 ? kNone : filler.below(list.size());
}

template <typename T>
void fit_tree(Filler& filler, std::vector<T>& nodes) {
  for (Index i = 0; i < nodes.size(); ++i) {
    nodes[i].parent = i == 0 || filler.below(2) == 0 ? kNone : filler.below(i);
    nodes[i].end = i + 1 + filler.below(nodes.size() - i);
  }
}

void fit_blocks(Filler& filler, Document& d) {
  fit_tree(filler, d.blocks);
  for (Block& block : d.blocks) {
    fit(filler, block.section, d.sections);
    if (block.kind == BlockKind::alert) block.number = filler.below(d.alert_titles.size() + 1);
    if (block.kind == BlockKind::heading) {
      fit(filler, block.payload, d.sections);
    } else {
      fit(filler, block.payload, d.code_blocks);
    }
  }
  fit_tree(filler, d.sections);
  for (Section& section : d.sections) {
    section.end_block = filler.below(d.blocks.size() + 1);
    section.first_block = filler.below(section.end_block + 1);
  }
}

// Where placeholders stand in `text`, in order.
void fit_places(Filler& filler, std::vector<Placeholder>& placeholders, const std::string& text) {
  for (Placeholder& placeholder : placeholders) {
    if (placeholder.text.size() > text.size()) placeholder.offsets.clear();
    for (auto& offset : placeholder.offsets) {
      offset = filler.below(text.size() - placeholder.text.size() + 1);
    }
    std::ranges::sort(placeholder.offsets);
  }
}

void fit_parts(Filler& filler, Document& d) {
  for (Step& step : d.steps) {
    fit(filler, step.section, d.sections);
    fit(filler, step.block, d.blocks);
  }
  for (CodeBlock& code : d.code_blocks) {
    fit(filler, code.section, d.sections);
    fit(filler, code.step, d.steps);
    fit(filler, code.block, d.blocks);
  }
  for (Link& link : d.links) {
    fit(filler, link.section, d.sections);
    fit(filler, link.block, d.blocks);
  }
  for (Command& command : d.commands) {
    fit(filler, command.section, d.sections);
    fit(filler, command.step, d.steps);
    fit(filler, command.code_block, d.code_blocks);
    fit_places(filler, command.placeholders, command.text);
  }
  for (MessageTemplate& message : d.templates) {
    fit(filler, message.code_block, d.code_blocks);
    fit_places(filler, message.placeholders, message.text);
  }
}

void fit_relocations(Filler& filler, Document& d) {
  const bool targets =
      !d.links.empty() && !d.code_blocks.empty() && !d.blocks.empty() && !d.steps.empty();
  if (!targets) d.relocations.clear();
  for (Relocation& hole : d.relocations) {
    hole.offset = filler.below(d.html.size() + 1);
    const bool link =
        hole.kind == RelocationKind::link_href || hole.kind == RelocationKind::image_src;
    const bool code = hole.kind == RelocationKind::code_block;
    const bool step = hole.kind == RelocationKind::step_link;
    hole.index = filler.below(link   ? d.links.size()
                              : code ? d.code_blocks.size()
                              : step ? d.steps.size()
                                     : d.blocks.size());
  }
  std::ranges::sort(d.relocations, {}, &Relocation::offset);
}

}  // namespace

Document random_document(std::uint32_t seed) {
  Filler filler(seed);
  Document document;
  fields::visit(filler, document);
  fit_blocks(filler, document);
  fit_parts(filler, document);
  fit_relocations(filler, document);
  return document;
}

}  // namespace runbookc
