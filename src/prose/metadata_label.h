// The names under which documents state their own metadata in prose: "Owner", "Last Updated".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace runbookc {

enum class ProseField : std::uint8_t {
  owner,
  contact,
  author,
  version,
  last_updated,
  last_reviewed,
  next_review,
  last_tested,
  review_every,
  approved_by,
  approval_required,
  distribution,
  audience,
  severity,
  services,
  alerts,
  tags,
  estimated_time,
  status,
};

// The field that a label names; nothing for any other word. `label` is in comparable_title's form.
std::optional<ProseField> field_of_label(std::string_view label);

// The key of front matter that holds it: "last_updated". "" for what has none (contact, author).
std::string_view key_of(ProseField field);

}  // namespace runbookc
