#include "check/upkeep.h"

#include "check/page_place.h"

namespace runbookc {

bool needs_upkeep(const PageContext& context) {
  const FrontMatter& front_matter = context.document.front_matter;
  if (is_unread(context.document) || (front_matter.present && !front_matter.valid)) {
    return false;
  }
  // A type that does not exist is a finding of its own, and asks for nothing.
  if (context.type == nullptr || context.type->links_folder || context.type->placeholders_meant) {
    return false;
  }
  return context.page.type != "page" && context.page.status != "draft";
}

bool is_in_use(const Page& page) { return page.status != "draft" && page.status != "deprecated"; }

Span place_or_front_matter(const Span& place, const Document& document) {
  return place.valid() ? place : front_matter_place(document);
}

Span review_place(const PageContext& context) {
  const Metadata& metadata = context.page.metadata;
  Span place;
  if (metadata.next_review) {
    place = metadata.next_review->span;
  } else if (metadata.last_reviewed) {
    place = metadata.last_reviewed->span;
  }
  return place_or_front_matter(place, context.document);
}

}  // namespace runbookc
