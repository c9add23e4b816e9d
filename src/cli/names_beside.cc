#include "cli/names_beside.h"

#include <fmt/format.h>

#include <cstdint>
#include <filesystem>
#include <random>

namespace runbookc {

NamesBeside::NamesBeside(const std::string& target) {
  const std::filesystem::path path(target);
  parent_ = path.parent_path().string();
  prefix_ = fmt::format(".{}.runbookc-", path.filename().string());
}

std::string NamesBeside::new_name() const {
  std::random_device source;
  const std::uint64_t high = source();
  return join(fmt::format("{:016x}", high << 32U | source()));
}

std::string NamesBeside::join(std::string_view end) const {
  return (std::filesystem::path(parent_) / (prefix_ + std::string(end))).string();
}

}  // namespace runbookc
