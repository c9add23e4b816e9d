#include "parse/yaml_events.h"

#include <yaml.h>

#include <new>

namespace runbookc {
namespace {

using Kind = YamlEvent::Kind;
using Style = YamlEvent::Style;

// libyaml counts code points. Turns marks into bytes, in about the order of the text.
class ByteCounter {
 public:
  explicit ByteCounter(std::string_view text) : text_(text) {}

  std::size_t byte_of(const yaml_mark_t& mark) {
    while (code_points_ < mark.index && byte_ < text_.size()) {
      ++code_points_;
      ++byte_;
      while (within_code_point()) ++byte_;
    }
    while (code_points_ > mark.index) {
      --code_points_;
      --byte_;
      while (within_code_point()) --byte_;
    }
    return byte_;
  }

 private:
  bool within_code_point() const {
    return byte_ < text_.size() && (static_cast<unsigned char>(text_[byte_]) & 0xC0) == 0x80;
  }

  std::string_view text_;
  std::size_t code_points_ = 0;
  std::size_t byte_ = 0;
};

Style scalar_style(yaml_scalar_style_t style) {
  if (style == YAML_PLAIN_SCALAR_STYLE) return Style::plain;
  const bool block = style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE;
  return block ? Style::block : Style::quoted;
}

// The event without its text, if it is one of a node.
std::optional<YamlEvent> node_event(const yaml_event_t& event) {
  switch (event.type) {
    case YAML_ALIAS_EVENT:
      return YamlEvent{.kind = Kind::alias, .text = {}};
    case YAML_SCALAR_EVENT:
      return YamlEvent{.style = scalar_style(event.data.scalar.style), .text = {}};
    case YAML_SEQUENCE_START_EVENT: {
      const bool flow = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
      return YamlEvent{
          .kind = Kind::list_start, .style = flow ? Style::flow : Style::block, .text = {}};
    }
    case YAML_MAPPING_START_EVENT: {
      const bool flow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
      return YamlEvent{
          .kind = Kind::map_start, .style = flow ? Style::flow : Style::block, .text = {}};
    }
    case YAML_SEQUENCE_END_EVENT:
      return YamlEvent{.kind = Kind::list_end, .text = {}};
    case YAML_MAPPING_END_EVENT:
      return YamlEvent{.kind = Kind::map_end, .text = {}};
    default:
      return std::nullopt;
  }
}

}  // namespace

class YamlEventReader::State {
 public:
  State(std::string_view text, const YamlLimits& limits) : bytes_(text), limits_(limits) {
    if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
    // Told, it does not look for a byte order mark.
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { yaml_parser_delete(&parser_); }

  std::optional<YamlEvent> next() {
    while (stop_.reason == YamlStop::Reason::none) {
      yaml_event_t event;
      if (yaml_parser_parse(&parser_, &event) == 0) {
        stop_at_error();
        break;
      }
      auto found = take(event);
      const bool end = event.type == YAML_DOCUMENT_END_EVENT || event.type == YAML_STREAM_END_EVENT;
      yaml_event_delete(&event);
      if (found || end) return found;
    }
    return std::nullopt;
  }

  const YamlStop& stop() const { return stop_; }

 private:
  std::optional<YamlEvent> take(const yaml_event_t& event) {
    auto found = node_event(event);
    if (!found) return found;
    found->begin = bytes_.byte_of(event.start_mark);
    found->end = bytes_.byte_of(event.end_mark);
    if (event.type == YAML_SCALAR_EVENT)
      found->text.assign(reinterpret_cast<const char*>(event.data.scalar.value),
                         event.data.scalar.length);
    if (!count(*found)) found.reset();
    return found;
  }

  // Whether there may be one more.
  bool count(const YamlEvent& event) {
    const bool closes = event.kind == Kind::map_end || event.kind == Kind::list_end;
    const bool opens = event.kind == Kind::map_start || event.kind == Kind::list_start;
    if (closes) --depth_;
    if (opens) ++depth_;
    if (!closes) ++nodes_;
    if (depth_ <= limits_.depth && nodes_ <= limits_.nodes) return true;
    stop_.reason = depth_ > limits_.depth ? YamlStop::Reason::depth : YamlStop::Reason::nodes;
    stop_.at = event.begin;
    return false;
  }

  void stop_at_error() {
    if (parser_.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
    const std::string_view context = parser_.context ? parser_.context : "";
    const bool scalar = context.ends_with(" scalar");
    const bool token = !scalar && context.starts_with("while scanning");
    stop_.reason = YamlStop::Reason::syntax;
    stop_.at = bytes_.byte_of(token ? parser_.context_mark : parser_.problem_mark);
    if (scalar) stop_.broken_scalar = bytes_.byte_of(parser_.context_mark);
  }

  ByteCounter bytes_;
  YamlLimits limits_;
  yaml_parser_t parser_;
  YamlStop stop_;
  std::size_t nodes_ = 0;
  std::size_t depth_ = 0;
};

YamlEventReader::YamlEventReader(std::string_view text, const YamlLimits& limits)
    : state_(std::make_unique<State>(text, limits)) {}
YamlEventReader::~YamlEventReader() = default;

std::optional<YamlEvent> YamlEventReader::next() { return state_->next(); }
const YamlStop& YamlEventReader::stop() const { return state_->stop(); }

}  // namespace runbookc
