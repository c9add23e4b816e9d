#include "check/section_content.h"

#include <catch2/catch.hpp>

namespace runbookc {

TEST_CASE("notes to oneself are placeholders") {
  for (const char* text :
       {"TODO", "todo.", "TBD", "**TBD**", "[TODO]", "To be written", "TODO: describe the failover",
        "Check logs", "check the logs.", "Coming soon…", "(tbd)", "TBD - see the ticket", "...",
        "…", "-", "\u00a0", "To be documented"}) {
    INFO(text);
    CHECK(is_placeholder_text(text));
  }
}

TEST_CASE("short answers and sentences are text") {
  for (const char* text :
       {"None", "N/A", "Check logs of Prometheus Operator pod.", "To do this, restart the pod.",
        "Todos are tracked in the incident channel.", "Nothing to roll back.", "",
        "TODO: this is out of date. Until it is rewritten, restart the pods one by one and wait "
        "for each."}) {
    INFO(text);
    CHECK(!is_placeholder_text(text));
  }
}

}  // namespace runbookc
