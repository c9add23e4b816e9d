// What the HTML standard says of elements (html.spec.whatwg.org, sections 3.2.5, 4, 13.1.2, 16.2).
#include <algorithm>
#include <array>

#include "parse/html_policy.h"

namespace runbookc {
namespace {

constexpr std::string_view kElements =
    "a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big "
    "blink blockquote body br button canvas caption center cite code col colgroup "
    "data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption "
    "figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe "
    "img input ins isindex kbd keygen label legend li link listing main map mark marquee "
    "math menu menuitem meta meter multicol nav nextid nobr noembed noframes noscript object ol "
    "optgroup option output p param picture plaintext pre progress q rb rbc rp rt rtc ruby "
    "s samp script search section select selectedcontent slot small source spacer span strike "
    "strong style sub summary sup svg table tbody td template textarea tfoot th thead time title "
    "tr track tt u ul var video wbr xmp";

constexpr std::string_view kVoid =
    "area base br col embed hr img input link meta param source track wbr";

constexpr std::string_view kInline =
    "a abbr b br code del em i img ins kbd mark q s samp small strong sub sup u var";

struct Nesting {
  std::string_view name;
  std::string_view parents;
  std::string_view ends;
};

constexpr std::array kNesting{Nesting{"caption", "table", ""},
                              Nesting{"dd", "dl", "dt dd"},
                              Nesting{"dt", "dl", "dt dd"},
                              Nesting{"figcaption", "figure", ""},
                              Nesting{"li", "ul ol", "li"},
                              Nesting{"summary", "details", ""},
                              Nesting{"tbody", "table", "tr td th thead tbody tfoot"},
                              Nesting{"td", "tr", "td th"},
                              Nesting{"tfoot", "table", "tr td th thead tbody tfoot"},
                              Nesting{"th", "tr", "td th"},
                              Nesting{"thead", "table", "tr td th thead tbody tfoot"},
                              Nesting{"tr", "table thead tbody tfoot", "tr td th"},
                              Nesting{"blockquote", "", "p"},
                              Nesting{"details", "", "p"},
                              Nesting{"div", "", "p"},
                              Nesting{"dl", "", "p"},
                              Nesting{"figure", "", "p"},
                              Nesting{"hr", "", "p"},
                              Nesting{"ol", "", "p"},
                              Nesting{"p", "", "p"},
                              Nesting{"pre", "", "p"},
                              Nesting{"table", "", "p"},
                              Nesting{"ul", "", "p"}};

const Nesting* find_nesting(std::string_view name) {
  const auto found = std::ranges::find(kNesting, name, &Nesting::name);
  return found == kNesting.end() ? nullptr : &*found;
}

}  // namespace

bool has_name(std::string_view names, std::string_view name) {
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(' '), names.size());
    if (names.substr(0, end) == name) return true;
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return false;
}

bool is_html_element(std::string_view name) { return has_name(kElements, name); }
bool is_void_element(std::string_view name) { return has_name(kVoid, name); }
bool is_inline_element(std::string_view name) { return has_name(kInline, name); }

std::string_view required_parents(std::string_view name) {
  const Nesting* nesting = find_nesting(name);
  return nesting == nullptr ? "" : nesting->parents;
}

std::string_view implied_ends(std::string_view name) {
  const Nesting* nesting = find_nesting(name);
  return nesting == nullptr ? "" : nesting->ends;
}

}  // namespace runbookc
