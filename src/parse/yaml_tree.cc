#include "parse/yaml_tree.h"

#include <algorithm>
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
using Style = YamlEvent::Style;

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

class TreeBuilder {
 public:
  TreeBuilder(const SourceFile& file, std::uint32_t base, std::string_view text,
              YamlEventReader& events, std::vector<YamlProblem>& problems)
      : file_(file), base_(base), text_(text), events_(events), problems_(problems) {}

  std::optional<Value> build() {
    if (!open_document()) return std::nullopt;
    while (auto event = events_.next())
      if (!take(*event)) return std::nullopt;
    if (events_.stop().reason == YamlStop::Reason::none) return close_document();
    explain_stop();
    return std::nullopt;
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

  bool refuse_tight_comment(std::size_t at) {
    return refuse_rest_of_line(at, "there is no space before '#'",
                               "put a space before a comment, or quote a value that holds '#'");
  }

  YamlPlace place() const {
    YamlPlace place;
    for (const Frame& frame : frames_)
      if (!frame.flow) (frame.map ? place.keys : place.dashes).push_back(frame.column);
    if (!frames_.empty() && frames_.back().flow) place.flow = frames_.back().begin;
    place.scalar = last_scalar_;
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
    if (gap.new_line && yaml_marker_at(text_, gap.at, "...") && yaml_column(text_, gap.at) == 0) {
      const std::size_t mark = gap.at;
      gap = skip_yaml_gap(text_, mark + 3, false);
      const bool goes_on = gap.new_line && gap.at < text_.size() && text_[gap.at] != '%' &&
                           !yaml_marker_at(text_, gap.at, "---");
      if (goes_on) {
        refuse_rest_of_line(mark, "'...' ends what is read as YAML, but more follows",
                            "remove this line");
        return std::nullopt;
      }
    }
    if (gap.at >= text_.size()) return std::move(root_);
    refuse_rest(gap);
    return std::nullopt;
  }

  // --- events ---------------------------------------------------------------------------------
  bool take(YamlEvent& event) {
    if (event.kind == Kind::map_end || event.kind == Kind::list_end) return close_frame(event);
    const auto at = next_node();
    if (!at) return false;
    const bool scalar = event.kind == Kind::scalar;
    if (scalar && event.begin == event.end && !reading_key()) {
      Value nothing;
      nothing.span = span(cursor_, cursor_);
      return attach(std::move(nothing));
    }
    if (*at < text_.size())
      if (auto fault = refused_start(text_, *at)) return refuse(std::move(*fault));
    if (event.begin != *at) return refuse_ambiguous(*at);
    return scalar ? take_scalar(event) : open_frame(event);
  }

  std::optional<YamlGap> gap() {
    const YamlGap found = skip_yaml_gap(text_, cursor_, line_start_);
    if (found.tab && found.new_line && found.at < text_.size()) {
      const std::size_t begin = found.at - yaml_column(text_, found.at);
      refuse(begin, found.at, "a tab is used as indentation", "indent with spaces");
      return std::nullopt;
    }
    if (found.tight_comment) {
      refuse_tight_comment(found.at);
      return std::nullopt;
    }
    return found;
  }

  void move_to(std::size_t at) {
    cursor_ = at;
    line_start_ = false;
  }

  // Where the next node starts, if one is written. The cursor stands behind what leads to it.
  std::optional<std::size_t> next_node() {
    if (frames_.empty()) return place_after_gap();
    Frame& frame = frames_.back();
    if (frame.flow) return frame.map && frame.key_read ? flow_value(frame) : flow_item(frame);
    if (!frame.map) return list_item(frame);
    return frame.key_read ? block_value() : block_key(frame);
  }

  std::optional<std::size_t> place_after_gap() {
    const auto found = gap();
    return found ? std::optional(found->at) : std::nullopt;
  }

  std::optional<std::size_t> place_after(std::size_t indicator) {
    move_to(indicator + 1);
    return place_after_gap();
  }

  std::optional<std::size_t> list_item(const Frame& frame) {
    const auto found = gap();
    if (!found) return std::nullopt;
    const bool aligned = yaml_column(text_, found->at) == frame.column;
    if (aligned && yaml_indicator_at(text_, found->at, '-')) return place_after(found->at);
    refuse_rest(*found);
    return std::nullopt;
  }

  std::optional<std::size_t> block_key(const Frame& frame) {
    const auto found = gap();
    if (!found) return std::nullopt;
    const bool starts_entry = found->new_line || found->at == frame.begin;
    if (!starts_entry || !yaml_indicator_at(text_, found->at, ':')) return found->at;
    refuse(found->at, found->at + 1, "there is no key before ':'", "write 'key: value'");
    return std::nullopt;
  }

  std::optional<std::size_t> block_value() {
    const std::size_t colon = std::min(text_.find_first_not_of(" \t", cursor_), text_.size());
    if (yaml_indicator_at(text_, colon, ':')) return place_after(colon);
    refuse_rest({.at = *last_scalar_, .new_line = true});
    return std::nullopt;
  }

  std::optional<std::size_t> flow_item(Frame& frame) {
    auto at = place_after_gap();
    if (at && !frame.first && *at < text_.size()) {
      if (!text_.substr(*at).starts_with(',')) {
        refuse_missing_comma(*at, frame);
        return std::nullopt;
      }
      at = place_after(*at);
    }
    frame.first = false;
    if (!at || *at >= text_.size() || (text_[*at] != ',' && text_[*at] != ':')) return at;
    refuse(*at, *at + 1, "an entry is missing here", "remove the extra comma, or write the entry");
    return std::nullopt;
  }

  bool refuse_missing_comma(std::size_t at, const Frame& frame) {
    if (text_.find(frame.map ? '}' : ']', at) == std::string_view::npos)
      return refuse(unclosed_flow(text_, frame.begin));
    return refuse_rest_of_line(at, "there is no comma between two entries",
                               "separate them by ',', and quote one that holds ':', '[' or '{'");
  }

  std::optional<std::size_t> flow_value(const Frame& frame) {
    const auto at = place_after_gap();
    if (at && text_.substr(*at).starts_with(':')) return place_after(*at);
    // `{a, b}`: keys without values. `{a:1}` is one too, but surely was not meant to be.
    const std::size_t colon = frame.quoted_key ? std::string::npos : frame.member.key.find(':');
    if (!at || colon == std::string::npos) return at;
    refuse(tight_colon(*last_scalar_ + colon, "{ key: value }"));
    return std::nullopt;
  }

  // --- scalars --------------------------------------------------------------------------------
  bool reading_key() const {
    return !frames_.empty() && frames_.back().map && !frames_.back().key_read;
  }

  bool take_scalar(YamlEvent& event) {
    const std::size_t at = event.begin;
    if (is_outside(event)) return refuse(unclosed_quote(text_, at));
    const bool block = event.style == Style::block;
    if (block && !takes_block_scalar(event)) return false;
    cursor_ = event.end;
    line_start_ = block;
    last_scalar_ = at;
    if (reading_key()) return take_key(event);
    const std::size_t end = block ? block_scalar_end(event) : event.end;
    Value value;
    if (event.style == Style::plain) {
      value = resolve_plain_scalar(event.text);
    } else {
      value.kind = Value::Kind::string;
      value.text = std::move(event.text);
    }
    value.span = span(at, end);
    if (value.is_number() && !std::isfinite(value.number))
      return refuse(at, end, "'" + value.text + "' is no number that can be kept",
                    "put it in quotes");
    return attach(std::move(value));
  }

  // Whether a quoted scalar goes on in a line that is not indented as it has to be
  // (YAML 1.2, 7.3.1): libyaml reads all up to the next quote.
  bool is_outside(const YamlEvent& event) const {
    if (event.style != Style::quoted || frames_.empty() || frames_.back().flow) return false;
    std::size_t line = yaml_next_line(text_, event.begin);
    for (; line < event.end; line = yaml_next_line(text_, line)) {
      const bool blank = text_[text_.find_first_not_of(" \t\r", line)] == '\n';
      const std::size_t indent = text_.find_first_not_of(' ', line) - line;
      if (!blank && indent <= frames_.back().column) return true;
    }
    return false;
  }

  // libyaml takes `|` at the column of its key, and a comment right after it.
  bool takes_block_scalar(const YamlEvent& event) {
    const std::size_t at = event.begin;
    const bool indented = frames_.empty() || yaml_column(text_, at) > frames_.back().column;
    if (!indented && begins_yaml_line(text_, at)) return refuse_ambiguous(at);
    const std::size_t rest = std::min(text_.find_first_not_of("|>+-123456789", at), event.end);
    return rest == event.end || text_[rest] != '#' || refuse_tight_comment(rest);
  }

  // The end of its last line with text, or of its indicators.
  std::size_t block_scalar_end(const YamlEvent& event) const {
    const std::size_t last = text_.find_last_not_of(" \t\r\n", event.end - 1);
    if (last >= yaml_next_line(text_, event.begin)) return last + 1;
    return std::min(text_.find_first_of(" \t\r\n", event.begin), event.end);
  }

  bool take_key(YamlEvent& event) {
    const std::string_view written = text_.substr(event.begin, event.end - event.begin);
    if (written.find('\n') != std::string_view::npos || written.size() > kLongestYamlKey)
      return refuse(sprawling_key(event.begin, event.end));
    if (written == "<<")
      return refuse(event.begin, event.end, "merge keys are not supported", "write the keys out");
    Frame& frame = frames_.back();
    frame.key_read = true;
    frame.quoted_key = event.style != Style::plain;
    frame.member.key = std::move(event.text);
    frame.member.key_span = span(event.begin, event.end);
    const auto [seen, added] =
        frame.keys.try_emplace(frame.member.key, frame.member.key_span.start);
    frame.repeated = !added;
    if (!added) report_repeat(frame.member.key, frame.member.key_span, seen->second);
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
  bool open_frame(const YamlEvent& event) {
    const std::size_t at = event.begin;
    if (reading_key()) return refuse_collection_key(at);
    Frame frame;
    frame.map = event.kind == Kind::map_start;
    frame.flow = event.style == Style::flow;
    if (frame.map && frame.flow && text_[at] != '{') return refuse_flow_pair(at);
    frame.column = frame.flow ? 0 : yaml_column(text_, at);
    frame.begin = at;
    frame.value.kind = frame.map ? Value::Kind::object : Value::Kind::array;
    frame.value.span.start = file_.position(base_ + at);
    move_to(frame.flow ? at + 1 : at);
    frames_.push_back(std::move(frame));
    return true;
  }

  bool refuse_collection_key(std::size_t at) {
    if (text_[at] == '[' && text_.find(']', at) == std::string_view::npos)
      return refuse(unclosed_flow(text_, at));
    if (at > 0 && text_.substr(at - 1).starts_with("{{"))
      return refuse_rest_of_line(at - 1, "a value that starts with '{{' must be quoted",
                                 "put it in quotes");
    return refuse_rest_of_line(at, "a key must be plain text", "put it in quotes");
  }

  bool refuse_flow_pair(std::size_t at) {
    if (text_.find(']', at) == std::string_view::npos)
      return refuse(unclosed_flow(text_, frames_.back().begin));
    return refuse_rest_of_line(at, "a 'key: value' pair in a list needs braces",
                               "write [{ key: value }], or quote a text that holds ': '");
  }

  bool close_frame(const YamlEvent& event) {
    Frame& frame = frames_.back();
    if (frame.flow && !close_flow(event)) return false;
    Value value = std::move(frame.value);
    value.span.end = frame.flow ? file_.position(base_ + cursor_) : block_end(value);
    frames_.pop_back();
    return attach(std::move(value));
  }

  bool close_flow(const YamlEvent& event) {
    auto at = place_after_gap();
    if (at && !frames_.back().first && text_.substr(*at).starts_with(',')) at = place_after(*at);
    if (!at) return false;
    if (*at != event.begin) return refuse_ambiguous(*at);
    move_to(*at);
    cursor_ = event.end;
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
  // The events ended before the text did.
  void explain_stop() {
    if (events_.stop().reason != YamlStop::Reason::syntax) {
      explain_limit();
    } else if (!next_node()) {
      return;
    } else if (auto fault = token_fault(text_, events_.stop())) {
      refuse(std::move(*fault));
    } else if (const auto found = gap()) {
      refuse_rest(*found);
    }
  }

  void explain_limit() {
    const bool deep = events_.stop().reason == YamlStop::Reason::depth;
    refuse_rest_of_line(events_.stop().at, deep ? "nested too deeply" : "too many values",
                        deep ? "flatten the structure" : "shorten the list");
    problems_.back().kind = YamlProblem::Kind::limit;
  }

  const SourceFile& file_;
  std::uint32_t base_;
  std::string_view text_;
  YamlEventReader& events_;
  std::vector<YamlProblem>& problems_;
  std::vector<Frame> frames_;
  Value root_;
  std::size_t cursor_ = 0;
  bool line_start_ = true;
  std::optional<std::size_t> last_scalar_;
};

}  // namespace

std::optional<Value> build_yaml_tree(const SourceFile& file, std::uint32_t base,
                                     std::string_view text, YamlEventReader& events,
                                     std::vector<YamlProblem>& problems) {
  return TreeBuilder(file, base, text, events, problems).build();
}

}  // namespace runbookc
