#include "spec/gfm_deviations.h"

namespace runbookc {

std::map<int, std::string> gfm_deviations() {
  const std::string attributes = "raw HTML is re-serialised with the attributes that we allow";
  const std::string balanced = "a tag left open is closed at the end of its block or container";
  const std::string stray = "a closing tag without its opening one is shown as text";
  const std::string refused = "a tag that is not on the allow-list is shown as text";
  const std::string comment = "comments are dropped";
  const std::string address =
      "bare addresses are links: the example has the autolink extension turned off";
  return {
      {118, balanced},   {120, balanced},   {121, stray},      {122, attributes}, {123, attributes},
      {124, attributes}, {125, balanced},   {126, refused},    {127, refused},    {128, refused},
      {133, refused},    {134, attributes}, {135, stray},      {137, balanced},   {139, attributes},
      {140, refused},    {141, refused},    {142, refused},    {143, balanced},   {144, balanced},
      {145, refused},    {146, comment},    {147, refused},    {148, comment},    {149, refused},
      {150, refused},    {151, refused},    {152, comment},    {153, balanced},   {156, balanced},
      {170, refused},    {288, comment},    {289, comment},    {317, attributes}, {327, attributes},
      {354, attributes}, {484, attributes}, {485, balanced},   {486, balanced},   {500, refused},
      {503, balanced},   {532, refused},    {544, refused},    {614, address},    {616, address},
      {619, address},    {620, address},    {632, refused},    {633, attributes}, {634, attributes},
      {635, attributes}, {636, refused},    {642, stray},      {644, comment},    {647, refused},
      {648, refused},    {649, refused},    {650, attributes}, {651, attributes}, {653, refused},
      {663, attributes}, {664, attributes},
  };
}

}  // namespace runbookc
