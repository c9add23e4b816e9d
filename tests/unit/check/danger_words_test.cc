#include "check/danger_words.h"

#include <catch2/catch.hpp>
#include <string>

using namespace runbookc;

TEST_CASE("what warns is told") {
  const std::string text = GENERATE(
      "\u26A0\uFE0F Every key is gone:", "\U0001F6A8", "WARNING", "1. WARNING: gone", "DANGER ZONE",
      "Use extreme CAUTION here", "(DANGER) deletes all", "Warning: both are lost.", "Warning",
      "Delete it. Danger: no return", "Delete it, Danger: no return", "warning - it is gone",
      "Caution! It is gone", "Caution \u2014 it is gone", "This means data loss.",
      "It cannot be undone.", "It can't be undone", "This is irreversible.",
      "It is permanently gone", "Count the data as lost", "All rows will be lost",
      "Every key is lost", "This destroys the disk", "a destructive step", "There is no way back",
      "TAKE CARE!", "Be careful with this one", "Be very careful.", "BEWARE", "Stop. Take care!");
  CAPTURE(text);
  CHECK(has_danger_words(text));
}

TEST_CASE("what only has the letters, or denies it, warns of nothing") {
  const std::string text =
      GENERATE("", "There is no danger in this.", "See danger list",
               "The log shows WARNING lines; ignore them.", "As a precaution take a snapshot",
               "No warning needed; check the warning lights", "see the warning-level logs",
               "Alerts in state WARNING or CRITICAL", "ERROR and WARNING", "Warning lights go on",
               "without data loss", "No data is lost", "There is no data loss",
               "a non-destructive step", "it is not permanently gone", "it never destroys data",
               "endangered", "DANGEROUS_GOODS", "- -- ---", "this avoids data loss",
               "Take care of the pods", "we were careful", "no need to take care");
  CAPTURE(text);
  CHECK_FALSE(has_danger_words(text));
}
