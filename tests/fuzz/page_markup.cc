#include "fuzz/page_markup.h"

#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "fuzz/broken_promise.h"
#include "parse/html_policy.h"

namespace runbookc {
namespace {

constexpr std::string_view kNameEnd = " \t\n\r/>=";

// Reads markup as strictly as we write it: quotation marks around values, no `<` but those of tags.
class MarkupReader {
 public:
  MarkupReader(std::string_view html, bool own_ids) : rest_(html), own_ids_(own_ids) {}

  void check() {
    while (skip_to("<")) {
      if (take("<!--")) {
        promise(skip_to("-->"), "comments are closed");
      } else if (take("<!doctype")) {
        promise(skip_to(">"), "the document type is closed");
      } else if (take("</")) {
        close_element();
      } else {
        rest_.remove_prefix(1);
        open_element();
      }
    }
    promise(open_.empty(), "elements are closed");
  }

 private:
  bool take(std::string_view text) {
    const bool there = rest_.starts_with(text);
    if (there) rest_.remove_prefix(text.size());
    return there;
  }

  // Leaves `text` in front.
  bool skip_to(std::string_view text) {
    const auto at = rest_.find(text);
    rest_.remove_prefix(std::min(at, rest_.size()));
    return at != std::string_view::npos;
  }

  std::string take_name() {
    const std::string name(rest_.substr(0, rest_.find_first_of(kNameEnd)));
    promise(!name.empty() && name.find_first_of("\"'<") == std::string::npos, "names are names");
    rest_.remove_prefix(name.size());
    return name;
  }

  void close_element() {
    const std::string name = take_name();
    promise(take(">"), "closing tags are whole");
    promise(!open_.empty() && open_.back() == name, "elements nest");
    open_.pop_back();
  }

  void open_element() {
    const std::string name = take_name();
    bool has_source = false;
    while (take(" ")) {
      if (rest_.starts_with("/>")) break;
      has_source |= take_attribute() == "src";
    }
    const bool ended = take("/");
    promise(take(">"), "tags are whole");
    if (lower_ascii(name) == "script")
      promise(has_source && take("</script>"), "scripts are files");
    else if (!ended && !is_void_element(name))
      open_.push_back(name);
  }

  std::string take_attribute() {
    const std::string name = lower_ascii(take_name());
    promise(!name.starts_with("on") && name != "style" && name != "srcdoc", "nothing is inline");
    if (!take("=\"")) return name;
    const auto end = rest_.find('"');
    promise(end != std::string_view::npos, "values are closed");
    const std::string value = decode_html(rest_.substr(0, end));
    rest_.remove_prefix(end + 1);
    if (name == "href" || name == "src") promise(!is_unsafe_target(value), "no address runs");
    if (name == "id") {
      const bool is_new = ids_.insert(value).second;
      promise(is_new || !own_ids_, "an id stands there once");
    }
    return name;
  }

  std::string_view rest_;
  bool own_ids_;
  std::vector<std::string> open_;
  std::set<std::string> ids_;
};

}  // namespace

void check_markup(std::string_view html, bool own_ids) { MarkupReader(html, own_ids).check(); }

}  // namespace runbookc
