#include "parse/json.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/unicode.h"

namespace runbookc {
namespace {

using Json = nlohmann::json;

// Builds Values from the library's events. The library does not tell where a token stands, but
// each event's token begins after the one before, past white space, `,` and `:`; and by the time of
// the event the token is known to be well formed, so that its end is found by looking.
class ValueBuilder final : public nlohmann::json_sax<Json> {
 public:
  ValueBuilder(const SourceFile& file, std::size_t max_depth)
      : file_(file), bytes_(file.bytes()), max_depth_(max_depth) {
    if (bytes_.starts_with("\xEF\xBB\xBF")) at_ = 3;
  }

  bool null() override { return add(scalar(Value::Kind::null, 4)); }
  bool boolean(bool truth) override {
    Value value = scalar(Value::Kind::boolean, truth ? 4 : 5);
    value.boolean = truth;
    return add(std::move(value));
  }
  bool number_integer(number_integer_t number) override {
    return add_number(static_cast<double>(number));
  }
  bool number_unsigned(number_unsigned_t number) override {
    return add_number(static_cast<double>(number));
  }
  bool number_float(number_float_t number, const string_t& /*spelling*/) override {
    return add_number(number);
  }
  bool string(string_t& text) override {
    Value value;
    value.kind = Value::Kind::string;
    value.text = std::move(text);
    value.span = take(string_size());
    return add(std::move(value));
  }
  bool binary(binary_t& /*bytes*/) override { return false; }  // JSON text has none
  bool start_object(std::size_t /*size*/) override { return open(Value::Kind::object); }
  bool start_array(std::size_t /*size*/) override { return open(Value::Kind::array); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& text) override {
    Frame& frame = open_.back();
    frame.key_span = take(string_size());
    frame.key = std::move(text);
    if (frame.keys.insert(frame.key).second) return true;
    return fail(frame.key_span.start, fmt::format("the key '{}' is repeated", printable(frame.key)),
                "keep one of the two");
  }
  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const Json::exception& problem) override {
    const std::string_view what = problem.what();
    const std::size_t detail = what.find(" - ");
    const std::string_view reason = detail == std::string_view::npos
                                        ? what.substr(what.find("] ") + 2)
                                        : what.substr(detail + 3);
    return fail(file_.position(position == 0 ? 0 : position - 1),
                fmt::format("not valid JSON: {}", printable(reason)), "");
  }

  Result<Value> finish() && {
    if (error_) return *std::move(error_);
    return std::move(root_);
  }

 private:
  // An object or array that is not closed yet.
  struct Frame {
    Value value;
    std::string key;
    Span key_span;
    std::unordered_set<std::string> keys;
  };

  std::size_t token_start() const { return bytes_.find_first_not_of(" \t\r\n,:", at_); }

  // The place of the next token, which is `size` bytes long.
  Span take(std::size_t size) {
    const std::size_t start = token_start();
    at_ = start + size;
    return file_.span({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(at_)});
  }

  std::size_t string_size() const {
    const std::size_t start = token_start();
    std::size_t end = start + 1;
    while (bytes_[end] != '"') end += bytes_[end] == '\\' ? 2 : 1;
    return end + 1 - start;
  }

  Value scalar(Value::Kind kind, std::size_t size) {
    Value value;
    value.kind = kind;
    value.text = bytes_.substr(token_start(), size);
    value.span = take(size);
    return value;
  }

  bool add_number(double number) {
    const std::size_t start = token_start();
    const std::size_t end =
        std::min(bytes_.find_first_not_of("+-.0123456789eE", start), bytes_.size());
    Value value = scalar(Value::Kind::number, end - start);
    value.number = number;
    return add(std::move(value));
  }

  bool open(Value::Kind kind) {
    const Span bracket = take(1);
    if (open_.size() >= max_depth_) {
      return fail(bracket.start, fmt::format("nested more than {} deep", max_depth_), "");
    }
    Frame& frame = open_.emplace_back();
    frame.value.kind = kind;
    frame.value.span = bracket;
    return true;
  }

  bool close() {
    Value value = std::move(open_.back().value);
    open_.pop_back();
    value.span.end = take(1).end;
    return add(std::move(value));
  }

  bool add(Value value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (open_.back().value.is_array()) {
      open_.back().value.items.push_back(std::move(value));
    } else {
      Frame& frame = open_.back();
      frame.value.members.push_back({std::move(frame.key), frame.key_span, std::move(value)});
    }
    return true;
  }

  bool fail(Position at, std::string_view message, std::string help) {
    error_ =
        Error{std::string(message), std::move(help), FilePlace{file_.path(), at.line, at.column}};
    return false;
  }

  const SourceFile& file_;
  std::string_view bytes_;
  std::size_t max_depth_;
  std::size_t at_ = 0;  // one past the token of the last event
  std::vector<Frame> open_;
  Value root_;
  std::optional<Error> error_;
};

}  // namespace

Result<Value> parse_json(const SourceFile& file, std::size_t max_depth) {
  ValueBuilder builder(file, max_depth);
  Json::sax_parse(file.bytes().begin(), file.bytes().end(), &builder);
  return std::move(builder).finish();
}

}  // namespace runbookc
