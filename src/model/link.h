// Links and images, as written; what they lead to is known only after linking (corpus/).
#pragma once

#include <cstdint>
#include <string>

#include "model/block.h"
#include "source/span.h"

namespace runbookc {

enum class LinkKind : std::uint8_t {
  inline_link,  // [text](target)
  reference,    // [text][label], [label][], [label]
  autolink,     // <https://…>
  bare,         // https://… in prose (GFM extended autolink)
  html,         // <a href="…"> or <img src="…"> that passed the allow-list
  shortcode,    // [text]({{< ref "target" >}}): Hugo's; only its dialect makes a link of it
  opaque,       // the target holds a template's tag: nobody but that tool knows where it leads
};

struct Link {
  LinkKind kind = LinkKind::inline_link;
  bool image = false;
  std::string target;  // escapes and entities resolved, not percent-decoded
  std::string text;    // plain text of the link, or the image's alternative text
  Span span;           // the whole link
  Span target_span;    // the destination: in the definition for a reference; `span` if not found
  Index section = kNone;
  Index block = kNone;

  friend bool operator==(const Link&, const Link&) = default;
};

// `[text][label]` or `[label][]` whose label has no definition.
struct UndefinedReference {
  std::string label;
  Span span;

  friend bool operator==(const UndefinedReference&, const UndefinedReference&) = default;
};

// A place that `#name` can lead to, apart from headings: `<a id="x">`, `<a name="x">`.
struct NamedAnchor {
  std::string name;
  Span span;

  friend bool operator==(const NamedAnchor&, const NamedAnchor&) = default;
};

}  // namespace runbookc
