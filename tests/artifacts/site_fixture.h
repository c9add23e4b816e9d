// A project on disk, made into a site in memory.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "emit/artifact.h"
#include "emit/templates.h"

namespace runbookc {

class SiteFixture {
 public:
  // Reads the project in `folder`; what fails, fails the test. `today` is 21 November 2026.
  explicit SiteFixture(const Files& files);

  const Corpus& corpus() const { return *corpus_; }
  SiteInput input() const { return {*corpus_, *report_, *templates_, *assets_, 1}; }
  // Every file that is rendered; copies hold the name of their source.
  std::map<std::string, std::string> render() const;

 private:
  std::unique_ptr<Corpus> corpus_;
  std::unique_ptr<Report> report_;
  std::unique_ptr<Templates> templates_;
  std::unique_ptr<Assets> assets_;
};

// The fixture that the golden files are of.
std::unique_ptr<Files> basic_project();

}  // namespace runbookc
