#pragma once

#include <QString>

namespace poolscope::sandbox {

// What the service takes for an e-mail address; its exact grammar is not published (inferred): one @ with something
// before it, a dotted domain after it, no blanks.
bool isEmailAddress(QStringView text);

// E.164: a plus, then up to fifteen digits, the first not 0.
bool isPhoneNumber(QStringView text);

// "t***@t***", as the service was seen to answer; the documentation prints another number of stars.
QString maskedEmail(QStringView address);

// "+*******1234": the last four digits (that the stars count the rest is inferred).
QString maskedPhone(QStringView number);

} // namespace poolscope::sandbox
