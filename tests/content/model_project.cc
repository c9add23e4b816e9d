#include "content/model_project.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace runbookc {

ProcessResult run_here(std::vector<std::string> arguments, std::string_view today) {
  arguments.insert(arguments.end(), {"--today", std::string(today)});
  return run_in(RUNBOOKC_SOURCE_DIR, arguments);
}

nlohmann::json json_from(const std::vector<std::string>& arguments, std::string_view today) {
  const ProcessResult result = run_here(arguments, today);
  CAPTURE(result.err);
  REQUIRE(result.exit_code < 2);
  return nlohmann::json::parse(result.out);
}

nlohmann::json documents() { return json_from({"index"}).at("runbooks"); }

nlohmann::json commands() { return json_from({"commands", "--format", "json"}).at("commands"); }

std::string source_of(std::string_view path) {
  std::ostringstream out;
  out << std::ifstream(std::filesystem::path(RUNBOOKC_SOURCE_DIR) / path, std::ios::binary).rdbuf();
  return out.str();
}

std::vector<std::string> lines_of(std::string_view path) {
  std::istringstream in(source_of(path));
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace runbookc
