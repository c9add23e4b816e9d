#include "emit/xml_text.h"

#include <catch2/catch.hpp>

using namespace runbookc;

TEST_CASE("text for XML is escaped, and holds nothing that no XML document may hold") {
  CHECK(xml_text("a < b & \"c\" > 'd'\n") == "a &lt; b &amp; &quot;c&quot; &gt; 'd'\n");
  CHECK(xml_text("bell \a, U+FFFE \xef\xbf\xbe, U+FFFF \xef\xbf\xbf") ==
        "bell \xef\xbf\xbd, U+FFFE \xef\xbf\xbd, U+FFFF \xef\xbf\xbd");
  CHECK(xml_text("]]>") == "]]&gt;");
}
