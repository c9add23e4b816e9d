#include "base/glob.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "base/unicode.h"

namespace runbookc {
namespace {

constexpr std::size_t kMaxBytes = 1024;
constexpr std::size_t kMaxAlternatives = 64;

// One past the `]` of the class that begins at `open`, or npos. A `]` that comes first is a member.
std::size_t class_end(std::string_view pattern, std::size_t open) {
  std::size_t i = open + 1;
  if (i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^')) ++i;
  if (i < pattern.size() && pattern[i] == ']') ++i;
  for (; i < pattern.size(); ++i) {
    if (pattern[i] == '\\') {
      ++i;
    } else if (pattern[i] == ']') {
      return i + 1;
    }
  }
  return std::string_view::npos;
}

// The offset just past the escape, class or plain byte at `i`; npos for an unclosed class.
std::size_t skip_unit(std::string_view pattern, std::size_t i) {
  if (pattern[i] == '\\') return std::min(i + 2, pattern.size());
  if (pattern[i] == '[') return class_end(pattern, i);
  return i + 1;
}

// The first `{…}` of a pattern, with its parts between top-level commas.
struct Braces {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<std::string_view> parts;
};

std::optional<std::size_t> find_brace(std::string_view pattern) {
  for (std::size_t i = 0; i < pattern.size(); i = skip_unit(pattern, i)) {
    if (pattern[i] == '{') return i;
  }
  return std::nullopt;
}

// The braces that open at `open`, or nothing if they are not closed.
std::optional<Braces> read_braces(std::string_view pattern, std::size_t open) {
  Braces braces{.begin = open, .end = 0, .parts = {}};
  std::size_t depth = 1;
  std::size_t part = open + 1;
  for (std::size_t i = open + 1; i < pattern.size(); i = skip_unit(pattern, i)) {
    if (pattern[i] == '{') ++depth;
    if (pattern[i] == '}') --depth;
    const bool ends_part = depth == 0 || (depth == 1 && pattern[i] == ',');
    if (!ends_part) continue;
    braces.parts.push_back(pattern.substr(part, i - part));
    part = i + 1;
    if (depth > 0) continue;
    braces.end = i + 1;
    return braces;
  }
  return std::nullopt;
}

Error unclosed(std::string_view pattern, std::string_view mark) {
  return {"glob '" + std::string(pattern) + "' has an unclosed " + std::string(mark),
          "close it, or put a backslash before it"};
}

bool has_unclosed_class(std::string_view pattern) {
  std::size_t i = 0;
  while (i < pattern.size()) i = skip_unit(pattern, i);
  return i == std::string_view::npos;
}

// The pattern with its braces multiplied out, outermost first, in the order written.
Result<std::vector<std::string>> expand_braces(std::string_view pattern) {
  std::vector<std::string> done;
  std::vector<std::string> open = {std::string(pattern)};  // last first
  while (!open.empty()) {
    const std::string next = std::move(open.back());
    open.pop_back();
    const auto brace = find_brace(next);
    if (!brace) {
      done.push_back(next);
      continue;
    }
    const auto braces = read_braces(next, *brace);
    if (!braces) return unclosed(pattern, "{");
    if (done.size() + open.size() + braces->parts.size() > kMaxAlternatives) {
      return Error{"glob '" + std::string(pattern) + "' has more than 64 alternatives",
                   "split it into several globs"};
    }
    for (auto part = braces->parts.rbegin(); part != braces->parts.rend(); ++part) {
      open.push_back(next.substr(0, braces->begin).append(*part).append(next, braces->end));
    }
  }
  return done;
}

char32_t take_code_point(std::string_view& text) {
  if (text.size() > 1 && text[0] == '\\') text.remove_prefix(1);
  const CodePoint next = decode_utf8(text);
  text.remove_prefix(next.size);
  return next.value;
}

}  // namespace

bool Glob::Atom::matches(char32_t code_point) const {
  if (kind == Kind::literal) return code_point == value;
  if (kind != Kind::character_class) return true;
  const bool member = std::ranges::any_of(ranges, [&](const auto& range) {
    return range.first <= code_point && code_point <= range.second;
  });
  return member != negated;
}

// Takes a whole class off the front of `rest`, which begins with one.
Glob::Atom Glob::read_class(std::string_view& rest) {
  std::string_view members = rest.substr(1, class_end(rest, 0) - 2);
  rest.remove_prefix(members.size() + 2);
  Atom atom{.kind = Atom::Kind::character_class, .value = 0, .negated = false, .ranges = {}};
  if (members.starts_with('!') || members.starts_with('^')) {
    atom.negated = true;
    members.remove_prefix(1);
  }
  while (!members.empty()) {
    const char32_t low = take_code_point(members);
    char32_t high = low;
    if (members.size() > 1 && members[0] == '-') {
      members.remove_prefix(1);
      high = take_code_point(members);
    }
    atom.ranges.emplace_back(low, high);
  }
  return atom;
}

Glob::NamePattern Glob::read_name(std::string_view text) {
  NamePattern name;
  if (text == "**") {
    name.any_names = true;
    return name;
  }
  while (!text.empty()) {
    if (text[0] == '[') {
      name.atoms.push_back(read_class(text));
      continue;
    }
    Atom atom;
    if (text[0] == '*') atom.kind = Atom::Kind::many;
    if (text[0] == '?') atom.kind = Atom::Kind::any;
    atom.value = take_code_point(text);
    const bool repeated = atom.kind == Atom::Kind::many && !name.atoms.empty() &&
                          name.atoms.back().kind == Atom::Kind::many;
    if (!repeated) name.atoms.push_back(std::move(atom));
  }
  return name;
}

Glob::PathPattern Glob::read_path(std::string_view text, bool anchored) {
  PathPattern path;
  const auto append = [&](NamePattern name) {
    const bool repeated = name.any_names && !path.empty() && path.back().any_names;
    if (!repeated) path.push_back(std::move(name));
  };
  if (!anchored) append(read_name("**"));
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); i = i < text.size() ? skip_unit(text, i) : i + 1) {
    if (i < text.size() && text[i] != '/') continue;
    const bool trailing = i == text.size() && i == begin && begin != 0;
    if (trailing) append(read_name("**"));
    if (i > begin) append(read_name(text.substr(begin, i - begin)));
    begin = i + 1;
  }
  return path;
}

Result<Glob> Glob::compile(std::string_view pattern) {
  if (pattern.size() > kMaxBytes) {
    return Error{"a glob is longer than 1,024 bytes", "split it into several globs"};
  }
  if (has_unclosed_class(pattern)) return unclosed(pattern, "[");
  const auto expanded = expand_braces(pattern);
  if (!expanded) return expanded.error();
  Glob glob;
  glob.pattern_ = pattern;
  const bool anchored = pattern.find('/') != std::string_view::npos;
  for (const std::string& alternative : *expanded) {
    if (has_unclosed_class(alternative)) return unclosed(pattern, "[");
    glob.alternatives_.push_back(read_path(alternative, anchored));
  }
  return glob;
}

// Greedy with a way back to the last `*` only: what an earlier `*` would take, the last one can.
bool Glob::NamePattern::matches(std::string_view name) const {
  std::size_t atom = 0;
  std::optional<std::size_t> last_many;
  std::string_view retry;
  while (!name.empty()) {
    const CodePoint next = decode_utf8(name);
    if (atom < atoms.size() && atoms[atom].kind == Atom::Kind::many) {
      last_many = atom++;
      retry = name;
    } else if (atom < atoms.size() && atoms[atom].matches(next.value)) {
      ++atom;
      name.remove_prefix(next.size);
    } else if (last_many) {
      retry.remove_prefix(decode_utf8(retry).size);
      name = retry;
      atom = *last_many + 1;
    } else {
      return false;
    }
  }
  return std::all_of(atoms.begin() + static_cast<std::ptrdiff_t>(atom), atoms.end(),
                     [](const Atom& rest) { return rest.kind == Atom::Kind::many; });
}

// The same over names and `**`. A final `**` takes one name at least.
bool Glob::matches_names(const PathPattern& pattern, const std::vector<std::string_view>& names) {
  std::size_t at = 0;
  std::size_t name = 0;
  std::optional<std::size_t> last_any;
  std::size_t retry = 0;
  while (name < names.size()) {
    if (at < pattern.size() && pattern[at].any_names) {
      if (at + 1 == pattern.size()) return true;
      last_any = at++;
      retry = name;
    } else if (at < pattern.size() && pattern[at].matches(names[name])) {
      ++at;
      ++name;
    } else if (last_any) {
      name = ++retry;
      at = *last_any + 1;
    } else {
      return false;
    }
  }
  return at == pattern.size();
}

bool Glob::matches(std::string_view path) const {
  const std::vector<std::string_view> names = split(path, '/');
  return std::ranges::any_of(
      alternatives_, [&](const PathPattern& pattern) { return matches_names(pattern, names); });
}

}  // namespace runbookc
