#include "parse/html_policy.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"
#include "base/text.h"
#include "parse/cmark_setup.h"
#include "parse/markdown_heading.h"

namespace runbookc {
namespace {

struct AllowedTag {
  std::string_view name;
  std::string_view attributes;  // re-serialised as they are; `a` and `img` have more
};

constexpr std::array kAllowed{AllowedTag{"a", "title"},
                              AllowedTag{"abbr", "title"},
                              AllowedTag{"b", ""},
                              AllowedTag{"blockquote", ""},
                              AllowedTag{"br", ""},
                              AllowedTag{"caption", ""},
                              AllowedTag{"code", ""},
                              AllowedTag{"dd", ""},
                              AllowedTag{"del", ""},
                              AllowedTag{"details", "open"},
                              AllowedTag{"div", ""},
                              AllowedTag{"dl", ""},
                              AllowedTag{"dt", ""},
                              AllowedTag{"em", ""},
                              AllowedTag{"figcaption", ""},
                              AllowedTag{"figure", ""},
                              AllowedTag{"hr", ""},
                              AllowedTag{"i", ""},
                              AllowedTag{"img", "title width height"},
                              AllowedTag{"ins", ""},
                              AllowedTag{"kbd", ""},
                              AllowedTag{"li", ""},
                              AllowedTag{"mark", ""},
                              AllowedTag{"ol", "start"},
                              AllowedTag{"p", ""},
                              AllowedTag{"pre", ""},
                              AllowedTag{"q", ""},
                              AllowedTag{"s", ""},
                              AllowedTag{"samp", ""},
                              AllowedTag{"small", ""},
                              AllowedTag{"strong", ""},
                              AllowedTag{"sub", ""},
                              AllowedTag{"summary", ""},
                              AllowedTag{"sup", ""},
                              AllowedTag{"table", ""},
                              AllowedTag{"tbody", ""},
                              AllowedTag{"td", "colspan rowspan"},
                              AllowedTag{"tfoot", ""},
                              AllowedTag{"th", "colspan rowspan"},
                              AllowedTag{"thead", ""},
                              AllowedTag{"tr", ""},
                              AllowedTag{"u", ""},
                              AllowedTag{"ul", ""},
                              AllowedTag{"var", ""}};

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_name_byte(char c) { return is_letter(c) || is_digit(c) || c == '-'; }
bool is_attribute_byte(char c) { return is_name_byte(c) || c == '_' || c == ':' || c == '.'; }

struct Attribute {
  std::string name;  // lower case
  std::string value;
  ByteRange range;  // of the value, without quotes
};

struct Tag {
  std::string name;
  bool closing = false;
  std::vector<Attribute> attributes;
  std::size_t end = 0;  // one past `>`
};

class Scanner {
 public:
  explicit Scanner(std::string_view html) : html_(html) {}

  std::vector<HtmlToken> run() {
    std::size_t at = 0;
    while ((at = html_.find('<', at)) != std::string_view::npos) {
      const std::size_t end = scan_markup(at);
      at = end == at ? at + 1 : end;
    }
    flush_text(html_.size());
    return std::move(tokens_);
  }

 private:
  // Adds the token that begins with the `<` at `at`; returns one past it, or `at` if it is text.
  std::size_t scan_markup(std::size_t at) {
    const std::string_view rest = html_.substr(at, 4);
    if (rest == "<!--") return scan_until(at, "-->", HtmlTokenKind::comment, no_comment_end_);
    if (rest.starts_with("<?")) {
      return scan_until(at, "?>", HtmlTokenKind::refused_tag, no_instruction_end_);
    }
    if (rest.starts_with("<!")) {
      return scan_until(at, ">", HtmlTokenKind::refused_tag, no_declaration_end_);
    }
    const auto tag = scan_tag(at);
    if (!tag) return at;
    add_tag(*tag, at);
    return tag->end;
  }

  std::size_t scan_until(std::size_t at, std::string_view mark, HtmlTokenKind kind, bool& absent) {
    const std::size_t found = absent ? std::string_view::npos : html_.find(mark, at + 2);
    absent = found == std::string_view::npos;
    if (absent) return at;
    add(kind, at, found + mark.size());
    return found + mark.size();
  }

  HtmlToken& add(HtmlTokenKind kind, std::size_t begin, std::size_t end) {
    flush_text(begin);
    HtmlToken token;
    token.kind = kind;
    token.range = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    tokens_.push_back(std::move(token));
    done_ = end;
    return tokens_.back();
  }

  void flush_text(std::size_t end) {
    if (end <= done_) return;
    HtmlToken token;
    token.range = {static_cast<std::uint32_t>(done_), static_cast<std::uint32_t>(end)};
    tokens_.push_back(std::move(token));
    done_ = end;
  }

  std::size_t skip_spaces(std::size_t at) const {
    while (at < html_.size() && is_space(html_[at])) ++at;
    return at;
  }

  std::optional<Tag> scan_tag(std::size_t at) {
    Tag tag;
    ++at;
    tag.closing = at < html_.size() && html_[at] == '/';
    if (tag.closing) ++at;
    const std::size_t name = at;
    if (at >= html_.size() || !is_letter(html_[at])) return std::nullopt;
    while (at < html_.size() && is_name_byte(html_[at])) ++at;
    tag.name = lower_ascii(html_.substr(name, at - name));
    while (true) {
      const std::size_t next = skip_spaces(at);
      if (next >= html_.size()) return std::nullopt;
      if (html_[next] == '/' && !tag.closing) {
        at = next + 1;
        break;
      }
      if (html_[next] == '>' || next == at || tag.closing) {
        at = next;
        break;
      }
      const auto after = scan_attribute(tag, next);
      if (!after) return std::nullopt;
      at = *after;
    }
    if (at >= html_.size() || html_[at] != '>') return std::nullopt;
    tag.end = at + 1;
    return tag;
  }

  std::optional<std::size_t> scan_attribute(Tag& tag, std::size_t at) {
    const std::size_t name = at;
    while (at < html_.size() && is_attribute_byte(html_[at])) ++at;
    if (at == name) return std::nullopt;
    Attribute attribute;
    attribute.name = lower_ascii(html_.substr(name, at - name));
    const std::size_t equals = skip_spaces(at);
    if (equals < html_.size() && html_[equals] == '=') {
      const auto after = scan_value(attribute, skip_spaces(equals + 1));
      if (!after) return std::nullopt;
      at = *after;
    }
    tag.attributes.push_back(std::move(attribute));
    return at;
  }

  std::optional<std::size_t> scan_value(Attribute& attribute, std::size_t at) {
    if (at >= html_.size()) return std::nullopt;
    const char quote = html_[at];
    std::size_t end = at;
    std::size_t after = at;
    if (quote == '"' || quote == '\'') {
      bool& absent = quote == '"' ? no_double_ : no_single_;
      end = absent ? std::string_view::npos : html_.find(quote, ++at);
      absent = end == std::string_view::npos;
      if (absent) return std::nullopt;
      after = end + 1;
    } else {
      while (end < html_.size() && !is_space(html_[end]) &&
             std::string_view("\"'=<>`").find(html_[end]) == std::string_view::npos) {
        ++end;
      }
      if (end == at) return std::nullopt;
      after = end;
    }
    attribute.value = decode_html(html_.substr(at, end - at));
    attribute.range = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    return after;
  }

  void add_tag(const Tag& tag, std::size_t begin) {
    const auto* const allowed = std::ranges::find(kAllowed, tag.name, &AllowedTag::name);
    const bool refused = allowed == kAllowed.end() || (tag.closing && is_void_element(tag.name));
    HtmlToken& token =
        add(refused ? HtmlTokenKind::refused_tag : HtmlTokenKind::allowed_tag, begin, tag.end);
    token.name = tag.name;
    token.closing = tag.closing;
    if (refused || tag.closing) return;
    for (const Attribute& attribute : tag.attributes) add_attribute(token, *allowed, attribute);
  }

  static void add_attribute(HtmlToken& token, const AllowedTag& allowed,
                            const Attribute& attribute) {
    const std::string_view link_name = token.name == "a" ? "href" : "src";
    const bool is_target =
        attribute.name == link_name && (token.name == "a" || token.name == "img");
    if (is_target && !token.has_href) {
      token.has_href = true;
      token.href = attribute.value;
      token.href_range = attribute.range;
    } else if (token.name == "a" && (attribute.name == "id" || attribute.name == "name")) {
      const bool plain =
          std::ranges::none_of(attribute.value, is_space) && !is_reserved_id(attribute.value);
      if (plain && (token.anchor.empty() || attribute.name == "id")) token.anchor = attribute.value;
    } else if (token.name == "img" && attribute.name == "alt") {
      token.alt = attribute.value;
    } else if (has_name(allowed.attributes, attribute.name)) {
      add_plain_attribute(token, attribute);
    }
  }

  static void add_plain_attribute(HtmlToken& token, const Attribute& attribute) {
    const std::string name = " " + attribute.name;
    if (token.attribute_html.find(name + "=") != std::string::npos) return;
    if (attribute.name == "open") {
      if (token.attribute_html.empty()) token.attribute_html = name;
      return;
    }
    const bool number = !attribute.value.empty() && attribute.value.size() <= 5 &&
                        std::ranges::all_of(attribute.value, is_digit);
    if (attribute.name != "title" && !number) return;
    token.attribute_html += name + "=\"" + escape_html(attribute.value) + "\"";
  }

  std::string_view html_;
  std::vector<HtmlToken> tokens_;
  std::size_t done_ = 0;
  // Once a closing mark is known to be missing, nobody looks for it again.
  bool no_comment_end_ = false;
  bool no_instruction_end_ = false;
  bool no_declaration_end_ = false;
  bool no_double_ = false;
  bool no_single_ = false;
};

}  // namespace

std::string decode_html(std::string_view raw) {
  cmark_strbuf buffer;
  cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): cmark's bytes are unsigned
  houdini_unescape_html_f(&buffer, reinterpret_cast<const unsigned char*>(raw.data()),
                          static_cast<bufsize_t>(raw.size()));
  std::string decoded(buffer_text(buffer));
  cmark_strbuf_free(&buffer);
  return decoded;
}

std::vector<HtmlToken> scan_html(std::string_view html) { return Scanner(html).run(); }

bool is_unsafe_target(std::string_view target) {
  std::string scheme;
  for (const char c : target) {
    if (static_cast<unsigned char>(c) <= ' ') continue;  // browsers skip these within a scheme
    if (c == ':' || scheme.size() > 10) break;
    if (!is_name_byte(c) && c != '+' && c != '.') return false;
    scheme.push_back(c);
  }
  scheme = lower_ascii(scheme);
  const bool listed = scheme == "javascript" || scheme == "vbscript" || scheme == "data";
  return listed && target.find(':') != std::string_view::npos;
}

}  // namespace runbookc
