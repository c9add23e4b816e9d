#include "shell/secret.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "base/byte_set.h"
#include "base/text.h"
#include "shell/sample_value.h"
#include "shell/secret_token.h"
#include "shell/secret_value.h"

namespace runbookc {
namespace {

bool ends_address(char c) {
  return is_blank(c) || c == '\n' || c == '\r' || c == '"' || c == '\'' || c == '`' || c == '\\' ||
         c == '<' || c == '>' || c == '/';
}

constexpr ByteSet kNameBytes(is_name_byte);

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> endings) {
  return std::ranges::any_of(endings,
                             [&](std::string_view ending) { return text.ends_with(ending); });
}

class SecretScanner {
 public:
  // `known_only`: no guess by a name.
  SecretScanner(std::string_view text, bool known_only) : text_(text), known_only_(known_only) {}

  std::vector<Secret> scan() {
    for (skip_plain(); at_ < text_.size(); skip_plain()) {
      if (text_[at_] == '-' && text_.substr(at_).starts_with(kBegin)) {
        scan_private_key();
      } else if (text_[at_] == ':' && text_.substr(at_).starts_with("://")) {
        scan_address();
      } else if (kNameBytes.contains(text_[at_])) {
        scan_name();
      } else {
        ++at_;
      }
    }
    return std::move(found_);
  }

 private:
  // Pages are looked at for what is known by its form, and few words of theirs begin like that.
  void skip_plain() {
    if (known_only_) at_ = find_known_beginning(text_, at_);
  }

  void add(std::string_view kind, std::size_t begin, std::size_t end) {
    found_.push_back({std::string(kind), ByteRange{static_cast<std::uint32_t>(begin),
                                                   static_cast<std::uint32_t>(end)}});
    at_ = end;
  }

  // From the first line of a private key to its last, if there is a key in between.
  void scan_private_key() {
    constexpr std::size_t kLongestHeader = 120;
    const std::size_t begin = at_;
    at_ += kBegin.size();
    const std::size_t label = text_.substr(begin, kLongestHeader).find("PRIVATE KEY");
    if (label == std::string_view::npos || begin > last_end_) return;
    const std::size_t end = text_.find("-----END", at_);
    if (end == std::string_view::npos) {
      last_end_ = begin;  // nor does any later one end: they are not looked at again
      return;
    }
    std::string body;
    for (const char c : text_.substr(begin + label + 11, end - begin - label - 11))
      if (c != '\n' && c != '\r' && !is_blank(c)) body += c;
    if (body.size() >= 64 && !is_sample_token(body)) add("a private key", begin, end);
    at_ = end + 1;
  }

  // `scheme://user:password@host`; a password may hold `@` and `:`.
  void scan_address() {
    const std::size_t begin = at_ + 3;
    at_ = begin;
    const std::size_t limit = std::min(text_.size(), begin + kLongestHeldValue);
    std::size_t colon = limit;
    std::size_t at_sign = limit;
    for (std::size_t i = begin; i < limit && !ends_address(text_[i]); ++i) {
      if (text_[i] == ':' && colon == limit) colon = i;
      if (text_[i] == '@') at_sign = i;
    }
    if (at_sign == limit) scan_slack_hook(begin);
    if (at_sign == limit || known_only_ || colon >= at_sign) return;
    if (is_password(text_.substr(colon + 1, at_sign - colon - 1)))
      add("a password", colon + 1, at_sign);
  }

  void scan_slack_hook(std::size_t begin) {
    constexpr std::string_view kHook = "hooks.slack.com/services/";
    if (!text_.substr(begin).starts_with(kHook)) return;
    const std::size_t path = begin + kHook.size();
    std::size_t end = path;
    while (end < text_.size() && (is_name_byte(text_[end]) || text_[end] == '/')) ++end;
    const std::string_view value = text_.substr(path, end - path);
    if (value.size() >= 40 && !is_sample_token(value)) add("a Slack webhook", path, end);
  }

  // A name is a token itself, or says what the value after it is.
  void scan_name() {
    const std::size_t begin = at_;
    if (const auto token = match_secret_token(text_, begin)) {
      take_token(*token);
      return;
    }
    at_ = kNameBytes.skip_in(text_, at_);
    if (known_only_) return;
    const std::string_view name = text_.substr(begin, at_ - begin);
    if (!scan_statement(name, begin)) scan_value(name, begin);
  }

  void scan_value(std::string_view name, std::size_t begin) {
    // `-H "Authorization: Bearer …"`
    const bool bearer =
        equals_ignoring_case(name, "bearer") ||
        (equals_ignoring_case(name, "basic") && text_.substr(0, begin).ends_with("uthorization: "));
    // `--no-password --port` gives no value. Most words have none, so this is asked first.
    const std::size_t value = value_after(at_, bearer || name.starts_with('-'));
    if (value >= text_.size() || text_[value] == '-') return;
    const Held held = bearer ? Held::key : held_by(name);
    if (held != Held::nothing) take_value(held, value);
  }

  void take_value(Held held, std::size_t at) {
    const HeldValue value = read_held_value(text_, at);
    // A known form says more than a name does.
    if (match_secret_token(text_, value.range.begin)) return;
    const std::string_view shown = text_.substr(value.range.begin, value.range.size());
    if (is_held_secret(held, shown, value.quoting))
      add(kind_of(held), value.range.begin, value.range.end);
  }

  // Where a language other than the shell's puts a password: `PASSWORD 'x'`, `IDENTIFIED BY 'x'`,
  // `AUTH x` in a session of Redis, `-passin pass:x`. Whether the name is such a word.
  bool scan_statement(std::string_view name, std::size_t begin) {
    const std::string_view before = text_.substr(0, begin);
    if (equals_ignoring_case(name, "identified")) {
      const std::size_t by = lower_ascii(text_.substr(at_, 64)).find(" by ");
      if (by != std::string::npos) take_quoted(at_ + by + 4);
      return true;
    }
    if (equals_ignoring_case(name, "password") && names_account(before) &&
        (text_.substr(at_, 1) == " " || text_.substr(at_, 1) == "(")) {
      take_quoted(at_ + 1);
      return true;
    }
    if (name == "pass" && ends_with_any(before, {"-passin ", "-passout ", "-pass "})) {
      if (text_.substr(at_, 1) == ":") take_value(Held::password, at_ + 1);
      return true;
    }
    const bool first = before.empty() || before.ends_with('\n') || before.ends_with("> ");
    if (name == "AUTH" && first && text_.substr(at_, 1) == " ")
      take_value(Held::likely_password, at_ + 1);
    return false;
  }

  // `ALTER ROLE app WITH`, `CREATE USER app`: else the words are those of a sentence.
  static bool names_account(std::string_view before) {
    constexpr std::size_t kFar = 80;
    const std::string lower =
        lower_ascii(before.substr(before.size() - std::min(before.size(), kFar)));
    return lower.find("user ") != std::string::npos || lower.find("role ") != std::string::npos;
  }

  void take_quoted(std::size_t at) {
    const std::string_view rest = text_.substr(std::min(at, text_.size()));
    if (rest.starts_with('\'') || rest.starts_with("‘")) take_value(Held::password, at);
  }

  void take_token(const SecretToken& token) {
    const std::string_view text = text_.substr(at_, token.end - at_);
    const std::string_view random = random_part(text);
    if (!is_sample_token(random) && entropy_of(random) >= kRandomEntropy)
      add(token.kind, at_, token.end);
    at_ = token.end;
  }

  std::size_t past_quotes(std::size_t at) const {
    while (at < text_.size() &&
           (text_[at] == '"' || text_[at] == '\'' || text_.substr(at, 2) == "\\\""))
      ++at;
    return at;
  }

  // Where the value of a name begins, quote and all: past `=` or `:`, and past a space if the name
  // is an option.
  std::size_t value_after(std::size_t at, bool option) const {
    at = past_quotes(at);
    const bool sign = at < text_.size() && (text_[at] == '=' || text_[at] == ':');
    const bool space = option && at < text_.size() && is_blank(text_[at]);
    if (!sign && !space) return text_.size();
    const bool assigned = sign && text_[at] == '=';
    ++at;
    while (!assigned && at < text_.size() && is_blank(text_[at])) ++at;
    return at;
  }

  static constexpr std::string_view kBegin = "-----BEGIN";

  std::string_view text_;
  bool known_only_;
  std::size_t at_ = 0;
  std::size_t last_end_ = static_cast<std::size_t>(-1);
  std::vector<Secret> found_;
};

}  // namespace

std::vector<Secret> find_secrets(std::string_view text) {
  return SecretScanner(text, false).scan();
}

std::vector<Secret> find_known_secrets(std::string_view text) {
  return SecretScanner(text, true).scan();
}

}  // namespace runbookc
