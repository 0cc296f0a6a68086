#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace poolscope::json {

// JSON text laid out in lines, two blanks a level, everything but the blanks between its tokens byte for byte as it was:
// escapes, numbers, order, members that stand twice. `json` is what read() accepted; of anything else no byte but blanks
// is lost either. One pass without recursion; the blanks grow no further than `levels`. Pure and reentrant.
QByteArray indented(QByteArrayView json, int levels = 64);

} // namespace poolscope::json
