// What a section is for when something is broken. A section contract may say it (`role`); the
// page's emergency view is assembled from it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace runbookc {

struct DocumentType;
struct SectionContract;

enum class SectionRole : std::uint8_t {
  none,
  meaning,      // what the page is about: how it shows itself, when to use it
  impact,       // what is broken, and for whom
  preparation,  // what has to be there before: no place to look for a diagnosis
  diagnosis,
  mitigation,
  rollback,
  escalation,
};

// "impact"; "" for none.
std::string_view section_role_name(SectionRole role);
std::optional<SectionRole> find_section_role(std::string_view name);
// "meaning, impact, …", for messages.
std::string section_role_names();

// Which role a heading has, for documents of any type. Computed once a corpus; safe to share
// between threads.
class SectionRoles {
 public:
  explicit SectionRoles(std::span<const DocumentType> types);

  // By the contract of the document's own type (an index into `types`, or kNone); what that gives
  // no role, by the roles that the other types give it, as far as they agree: a heading "Rollback"
  // is one on any page.
  SectionRole of(std::uint32_t type, std::string_view title) const;

 private:
  using ByName = std::unordered_map<std::string, SectionRole>;

  void read(const DocumentType& type, ByName& own);

  std::vector<ByName> by_type_;
  ByName titles_;   // of every type; `none` where they do not agree
  ByName aliases_;  // the same
};

}  // namespace runbookc
