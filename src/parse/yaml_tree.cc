#include "parse/yaml_tree.h"

#include <cmath>
#include <unordered_map>

#include "base/text.h"
#include "base/unicode.h"
#include "parse/yaml_fault.h"
#include "parse/yaml_gap.h"
#include "parse/yaml_scalar.h"

namespace runbookc {
namespace {

using Kind = YamlEvent::Kind;

constexpr std::size_t kLongestKey = 1024;  // YAML 1.2, 7.4.2

struct Frame {
  bool map = false;
  bool flow = false;
  bool first = true;      // nothing in it yet
  bool key_read = false;  // map: its value is next
  bool quoted_key = false;
  std::size_t column = 0;  // block: of its keys or dashes
  std::size_t begin = 0;
  Value value;
  Member member;          // map: the one being read
  bool repeated = false;  // its key was there before: the value is dropped
  std::unordered_map<std::string, Position> keys;
};

struct Node {
  std::size_t at = 0;
  bool present = true;    // false: nothing is written there, which means null
  bool new_line = false;  // it does not stand on the line of what led to it
};

class TreeBuilder {
 public:
  TreeBuilder(const SourceFile& file, std::uint32_t base, std::string_view text,
              const YamlEvents& events, std::vector<YamlProblem>& problems)
      : file_(file), base_(base), text_(text), events_(events), problems_(problems) {}

  std::optional<Value> build() {
    if (!open_document()) return std::nullopt;
    for (const YamlEvent& event : events_.events)
      if (!take(event)) return std::nullopt;
    if (events_.stop != YamlEvents::Stop::none) return explain_stop();
    return close_document();
  }

 private:
  // --- problems -------------------------------------------------------------------------------
  Span span(std::size_t begin, std::size_t end) const {
    return {file_.position(base_ + begin), file_.position(base_ + end)};
  }

  bool refuse(YamlFault fault) {
    problems_.push_back(
        {.kind = YamlProblem::Kind::syntax,
         .span = span(fault.begin, fault.end),
         .message = std::move(fault.message),
         .help = std::move(fault.help),
         .subject = std::string(text_.substr(fault.begin, fault.end - fault.begin))});
    return false;
  }

  bool refuse(std::size_t begin, std::size_t end, std::string message, std::string help) {
    return refuse({.begin = begin,
                   .end = std::max(end, begin),
                   .message = std::move(message),
                   .help = std::move(help)});
  }

  bool refuse_rest_of_line(std::size_t at, std::string message, std::string help) {
    return refuse(fault_to_line_end(text_, at, std::move(message), std::move(help)));
  }

  bool refuse_ambiguous(std::size_t at) {
    return refuse_rest_of_line(at, "this cannot be read as YAML without doubt",
                               "put the value in quotes");
  }

  YamlPlace place() const {
    YamlPlace place;
    for (const Frame& frame : frames_)
      if (!frame.flow) place.columns.push_back(frame.column);
    if (!frames_.empty() && frames_.back().flow) place.flow = frames_.back().begin;
    place.flow_empty = !frames_.empty() && frames_.back().first;
    place.scalar = last_scalar_;
    place.stop = events_.stop_at;
    return place;
  }

  bool refuse_rest(const YamlGap& gap) { return refuse(explain_rest(text_, gap, place())); }

  // --- the document ---------------------------------------------------------------------------
  bool open_document() {
    const YamlGap gap = skip_yaml_gap(text_, 0, true);
    if (gap.at < text_.size() && text_[gap.at] == '%')
      return refuse_rest_of_line(gap.at, "directives are not supported", "remove this line");
    if (gap.new_line && yaml_column(text_, gap.at) == 0 && yaml_marker_at(text_, gap.at, "---")) {
      cursor_ = gap.at + 3;
      line_start_ = false;
    }
    return true;
  }

  std::optional<Value> close_document() {
    YamlGap gap = skip_yaml_gap(text_, cursor_, line_start_);
    if (gap.new_line && yaml_marker_at(text_, gap.at, "...") && yaml_column(text_, gap.at) == 0)
      gap = skip_yaml_gap(text_, gap.at + 3, false);
    if (gap.at >= text_.size() && frames_.empty()) return std::move(root_);
    refuse_rest(gap);
    return std::nullopt;
  }

  // --- events ---------------------------------------------------------------------------------
  bool take(const YamlEvent& event) {
    if (event.kind == Kind::map_end || event.kind == Kind::list_end) return close_frame(event);
    const std::optional<Node> node = frames_.empty() ? root_node() : next_node(frames_.back());
    if (!node) return false;
    if (!node->present) {
      if (event.kind != Kind::null) return refuse_ambiguous(node->at);
      Value nothing;
      nothing.span = span(cursor_, cursor_);
      return attach(std::move(nothing));
    }
    if (auto fault = refused_start(text_, node->at)) return refuse(std::move(*fault));
    if (event.kind == Kind::null || event.kind == Kind::scalar) return take_scalar(event, *node);
    if (event.kind == Kind::alias || event.at != node->at) return refuse_ambiguous(node->at);
    return open_frame(event, *node);
  }

  std::optional<YamlGap> gap() {
    const YamlGap found = skip_yaml_gap(text_, cursor_, line_start_);
    if (found.tab && found.new_line && found.at < text_.size()) {
      const std::size_t begin = found.at - yaml_column(text_, found.at);
      refuse(begin, found.at, "a tab is used as indentation", "indent with spaces");
      return std::nullopt;
    }
    if (found.tight_comment) {
      refuse_rest_of_line(found.at, "there is no space before '#'",
                          "put a space before a comment, or quote a value that holds '#'");
      return std::nullopt;
    }
    return found;
  }

  void move_to(std::size_t at) {
    cursor_ = at;
    line_start_ = false;
  }

  std::optional<Node> root_node() {
    const auto found = gap();
    if (!found) return std::nullopt;
    return Node{.at = found->at, .present = found->at < text_.size(), .new_line = true};
  }

  std::optional<Node> next_node(Frame& frame) {
    if (frame.flow) return frame.map && frame.key_read ? flow_value(frame) : flow_item(frame);
    if (!frame.map) return list_item(frame);
    return frame.key_read ? block_value(frame) : block_key(frame);
  }

  // A block collection's next line: at its column, on a line of its own.
  std::optional<YamlGap> entry_line(Frame& frame) {
    const auto found = gap();
    if (!found) return std::nullopt;
    const bool fits = found->at < text_.size() && (frame.first || found->new_line) &&
                      yaml_column(text_, found->at) == frame.column;
    if (!fits) {
      refuse_rest(*found);
      return std::nullopt;
    }
    frame.first = false;
    return found;
  }

  std::optional<Node> list_item(Frame& frame) {
    const auto entry = entry_line(frame);
    if (!entry) return std::nullopt;
    if (!yaml_indicator_at(text_, entry->at, '-')) {
      refuse_ambiguous(entry->at);
      return std::nullopt;
    }
    move_to(entry->at + 1);
    const auto found = gap();
    if (!found) return std::nullopt;
    if (found->tab && found->at < text_.size()) {
      refuse(cursor_, found->at, "a tab follows the dash", "put one space after '-'");
      return std::nullopt;
    }
    const bool outside = found->new_line && yaml_column(text_, found->at) <= frame.column;
    return Node{.at = found->at,
                .present = found->at < text_.size() && !outside,
                .new_line = found->new_line};
  }

  std::optional<Node> block_key(Frame& frame) {
    const auto entry = entry_line(frame);
    if (!entry) return std::nullopt;
    if (yaml_indicator_at(text_, entry->at, ':')) {
      refuse(entry->at, entry->at + 1, "there is no key before ':'", "write 'key: value'");
      return std::nullopt;
    }
    return Node{.at = entry->at, .new_line = entry->new_line};
  }

  std::optional<Node> block_value(Frame& frame) {
    const std::size_t colon = text_.find_first_not_of(" \t", cursor_);
    if (!yaml_indicator_at(text_, std::min(colon, text_.size()), ':')) {
      refuse_rest({.at = *last_scalar_, .new_line = true});
      return std::nullopt;
    }
    move_to(colon + 1);
    const auto found = gap();
    if (!found) return std::nullopt;
    Node node{.at = found->at, .new_line = found->new_line};
    node.present = found->at < text_.size();
    if (node.present && found->new_line) {
      const std::size_t column = yaml_column(text_, found->at);
      const bool list = yaml_indicator_at(text_, found->at, '-');
      node.present = column > frame.column || (list && column == frame.column);
    }
    return node;
  }

  std::optional<Node> flow_item(Frame& frame) {
    auto found = gap();
    if (found && !frame.first && text_.substr(found->at).starts_with(',')) {
      move_to(found->at + 1);
      found = gap();
    } else if (found && !frame.first) {
      refuse_rest_of_line(found->at, "there is no comma between two entries",
                          "separate them by ','");
      return std::nullopt;
    }
    if (!found) return std::nullopt;
    frame.first = false;
    const char c = found->at < text_.size() ? text_[found->at] : ',';
    if (c == ',' || c == ':') {
      refuse(found->at, std::min(found->at + 1, text_.size()), "an entry is missing here",
             "remove the extra comma, or write the entry");
      return std::nullopt;
    }
    return Node{.at = found->at, .new_line = found->new_line};
  }

  std::optional<Node> flow_value(Frame& frame) {
    auto found = gap();
    if (!found) return std::nullopt;
    const std::string_view rest = text_.substr(found->at);
    if (!rest.starts_with(':')) return flow_key_alone(frame, *found);
    // YAML 1.2 ends a key at `a:,` too; other readers do not.
    const bool parted = yaml_blank_at(text_, found->at + 1) || frame.quoted_key;
    move_to(found->at + 1);
    found = gap();
    if (!found) return std::nullopt;
    if (!parted) {
      refuse(cursor_ - 1, cursor_, "there is no space after ':'", "write { key: value }");
      return std::nullopt;
    }
    const char c = found->at < text_.size() ? text_[found->at] : ',';
    return Node{.at = found->at, .present = c != ',' && c != '}', .new_line = found->new_line};
  }

  // `{a, b}`: keys without values. `{a:1}` is one too, but surely was not meant to be.
  std::optional<Node> flow_key_alone(const Frame& frame, const YamlGap& found) {
    const std::size_t colon = frame.quoted_key ? std::string::npos : frame.member.key.find(':');
    if (colon == std::string::npos) return Node{.at = found.at, .present = false};
    refuse(*last_scalar_ + colon, *last_scalar_ + colon + 1, "there is no space after ':'",
           "write { key: value }");
    return std::nullopt;
  }

  // --- scalars --------------------------------------------------------------------------------
  bool reading_key() const {
    return !frames_.empty() && frames_.back().map && !frames_.back().key_read;
  }

  YamlScalarContext scalar_context() const {
    YamlScalarContext context;
    context.key = reading_key();
    context.flow = !frames_.empty() && frames_.back().flow;
    if (!frames_.empty() && !context.flow)
      context.indent = static_cast<std::ptrdiff_t>(frames_.back().column);
    return context;
  }

  bool take_scalar(const YamlEvent& event, const Node& node) {
    const YamlScalarContext context = scalar_context();
    YamlScalarOutcome outcome = read_yaml_scalar(text_, node.at, context);
    if (outcome.fault) return refuse(std::move(*outcome.fault));
    const YamlScalar& scalar = outcome.scalar;
    Value value = scalar.style == YamlScalar::Style::plain ? resolve_plain_scalar(scalar.text)
                                                           : string_value(scalar.text);
    value.span = span(node.at, scalar.end);
    if (!agrees(event, node, scalar, value)) return explain_disagreement(node, scalar);
    if (value.is_number() && !std::isfinite(value.number))
      return refuse(node.at, scalar.end, "'" + value.text + "' is no number that can be kept",
                    "put it in quotes");
    last_scalar_ = node.at;
    cursor_ = scalar.next;
    line_start_ = scalar.style == YamlScalar::Style::block;
    return context.key ? take_key(node, scalar, value) : attach(std::move(value));
  }

  static bool agrees(const YamlEvent& event, const Node& node, const YamlScalar& scalar,
                     const Value& value) {
    if (event.at != node.at || scalar.end == node.at) return false;
    if (event.kind == Kind::null) return value.is_null();
    return event.text == scalar.text && !value.is_null();
  }

  bool take_key(const Node& node, const YamlScalar& scalar, const Value& value) {
    Frame& frame = frames_.back();
    if (scalar.multiline || scalar.end - node.at > kLongestKey)
      return refuse(node.at, scalar.end, "a key must stand on one line, in 1,024 bytes",
                    "shorten the key");
    const bool plain = scalar.style == YamlScalar::Style::plain;
    if (plain && scalar.text == "<<")
      return refuse(node.at, scalar.end, "merge keys are not supported", "write the keys out");
    frame.key_read = true;
    frame.quoted_key = !plain;
    frame.member.key = scalar.text;
    frame.member.key_span = value.span;
    const auto [seen, added] = frame.keys.try_emplace(scalar.text, value.span.start);
    frame.repeated = !added;
    if (!added) report_repeat(scalar.text, value.span, seen->second);
    return true;
  }

  void report_repeat(const std::string& key, Span at, Position first) {
    problems_.push_back(
        {.kind = YamlProblem::Kind::duplicate_key,
         .span = at,
         .message = "key '" + key + "' was already given in line " + std::to_string(first.line),
         .help = "keep one of the two",
         .subject = key});
  }

  // --- collections ----------------------------------------------------------------------------
  bool open_frame(const YamlEvent& event, const Node& node) {
    if (reading_key()) return refuse_collection_key(node);
    const bool map = event.kind == Kind::map_start;
    const char c = text_[node.at];
    if (event.flow) {
      if (map && c != '{') return refuse_flow_pair(node);
      if (c != (map ? '{' : '[')) return refuse_ambiguous(node.at);
    } else if (!frames_.empty() && frames_.back().flow) {
      return refuse_flow_pair(node);
    } else if (!map && !yaml_indicator_at(text_, node.at, '-')) {
      return refuse_ambiguous(node.at);
    }
    Frame frame;
    frame.map = map;
    frame.flow = event.flow;
    frame.column = event.flow ? 0 : yaml_column(text_, node.at);
    frame.begin = node.at;
    frame.value.kind = map ? Value::Kind::object : Value::Kind::array;
    frame.value.span.start = file_.position(base_ + node.at);
    const bool same_line_value = !event.flow && !frames_.empty() && frames_.back().map;
    if (same_line_value && !node.new_line) return refuse_ambiguous(node.at);
    frames_.push_back(std::move(frame));
    move_to(event.flow ? node.at + 1 : node.at);
    return true;
  }

  bool refuse_collection_key(const Node& node) {
    const bool list = text_[node.at] == '[';
    if (list && text_.find(']', node.at) == std::string_view::npos)
      return refuse(unclosed_flow(text_, node.at));
    const bool template_mark = node.at > 0 && text_.substr(node.at - 1).starts_with("{{");
    if (template_mark)
      return refuse_rest_of_line(node.at - 1, "a value that starts with '{{' must be quoted",
                                 "put it in quotes");
    return refuse_rest_of_line(node.at, "a key must be plain text", "put it in quotes");
  }

  bool refuse_flow_pair(const Node& node) {
    if (text_.find(']', node.at) == std::string_view::npos)
      return refuse(unclosed_flow(text_, frames_.back().begin));
    return refuse_rest_of_line(node.at, "a 'key: value' pair in a list needs braces",
                               "write [{ key: value }], or quote a text that holds ': '");
  }

  bool close_frame(const YamlEvent&) {
    Frame& frame = frames_.back();
    if (frame.flow && !close_flow(frame)) return false;
    Value value = std::move(frame.value);
    if (frame.flow) {
      value.span.end = file_.position(base_ + cursor_);
    } else {
      value.span.end = block_end(value);
    }
    frames_.pop_back();
    return attach(std::move(value));
  }

  bool close_flow(Frame& frame) {
    auto found = gap();
    if (found && !frame.first && text_.substr(found->at).starts_with(',')) {
      move_to(found->at + 1);
      found = gap();
    }
    if (!found) return false;
    const char close = frame.map ? '}' : ']';
    if (found->at >= text_.size()) return refuse(unclosed_flow(text_, frame.begin));
    if (text_[found->at] != close) return refuse_ambiguous(found->at);
    move_to(found->at + 1);
    return true;
  }

  static Position block_end(const Value& value) {
    if (!value.members.empty()) return value.members.back().value.span.end;
    if (!value.items.empty()) return value.items.back().span.end;
    return value.span.start;
  }

  bool attach(Value value) {
    if (frames_.empty()) {
      root_ = std::move(value);
      return true;
    }
    Frame& frame = frames_.back();
    if (!frame.map) {
      frame.value.items.push_back(std::move(value));
      return true;
    }
    frame.key_read = false;
    if (!frame.repeated) {
      frame.member.value = std::move(value);
      frame.value.members.push_back(std::move(frame.member));
    }
    frame.member = Member{};
    return true;
  }

  // --- explanations ---------------------------------------------------------------------------
  bool explain_disagreement(const Node& node, const YamlScalar& scalar) {
    return refuse(node.at, std::max(scalar.end, node.at + 1),
                  "this value is read differently by different YAML readers",
                  "put it in double quotes, on one line");
  }

  // The events ended before the text did.
  std::optional<Value> explain_stop() {
    if (events_.stop != YamlEvents::Stop::syntax) {
      explain_limit();
      return std::nullopt;
    }
    const bool value_due = !frames_.empty() && frames_.back().key_read && !frames_.back().flow;
    if (value_due && !block_value(frames_.back())) return std::nullopt;
    const auto found = gap();
    if (found) refuse_rest(*found);
    return std::nullopt;
  }

  void explain_limit() {
    const bool deep = events_.stop == YamlEvents::Stop::depth;
    refuse_rest_of_line(std::min(events_.stop_at, text_.size()),
                        deep ? "nested too deeply" : "too many values",
                        deep ? "flatten the structure" : "shorten the list");
    problems_.back().kind = YamlProblem::Kind::limit;
  }

  const SourceFile& file_;
  std::uint32_t base_;
  std::string_view text_;
  const YamlEvents& events_;
  std::vector<YamlProblem>& problems_;
  std::vector<Frame> frames_;
  Value root_;
  std::size_t cursor_ = 0;
  bool line_start_ = true;
  std::optional<std::size_t> last_scalar_;
};

}  // namespace

std::optional<Value> build_yaml_tree(const SourceFile& file, std::uint32_t base,
                                     std::string_view text, const YamlEvents& events,
                                     std::vector<YamlProblem>& problems) {
  return TreeBuilder(file, base, text, events, problems).build();
}

}  // namespace runbookc
