// Every command of the published pages, by the programs that it runs and by what it would do.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/corpus.h"

namespace runbookc {

// The worst first.
inline constexpr std::array<Risk, 4> kRisksByHarm = {Risk::destroy, Risk::unknown, Risk::mutate,
                                                     Risk::read};

// The index into kRisksByHarm.
std::size_t harm_of(Risk risk);

struct CatalogueEntry {
  Index page = kNone;
  Index command = kNone;  // of its document
  std::string key;        // command_ids.h
};

// The commands of one program.
struct CatalogueTool {
  std::string name;
  std::vector<Index> entries;               // into CommandCatalogue::entries, ascending
  std::array<std::size_t, 4> by_risk = {};  // parallel to kRisksByHarm
};

struct CommandCatalogue {
  std::vector<CatalogueEntry> entries;      // in the order of pages, then of their places
  std::vector<CatalogueTool> tools;         // the most used first; each command in each of its own
  std::array<std::size_t, 4> by_risk = {};  // parallel to kRisksByHarm
};

// Linear in the commands. At most some hundred tools have their own list, the most used ones.
CommandCatalogue command_catalogue(const Corpus& corpus);

const Command& command_of(const Corpus& corpus, const CatalogueEntry& entry);
// The program that the command is about: the first that does not only run another ("sudo"); "" if
// it runs none.
std::string_view main_program(const Command& command);

}  // namespace runbookc
