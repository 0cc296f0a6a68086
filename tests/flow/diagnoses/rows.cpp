#include "diagnoses/rows.h"

namespace poolscope::sandbox::test {

using namespace Qt::StringLiterals;

const Facts hides{{u"client.hidesUsers"_s, u"yes"_s}};
const Facts tells{{u"client.hidesUsers"_s, u"no"_s}};

void produced(const char *name, int number, const char *id, const Act &act, const Facts &facts)
{
    QTest::newRow(name) << number << QString::fromLatin1(id) << act << QString() << facts;
}

void quoted(const char *name, int number, const char *id, Words words, const char *text)
{
    const char *const sureness[] = {"own words", "words seen", "words guessed"};
    QTest::addRow("%s (%s)", name, sureness[int(words)])
        << number << QString::fromLatin1(id) << Act() << QString::fromUtf8(text) << Facts();
}

void named(const char *name, int number, const char *id, const char *error, const char *operation)
{
    QTest::addRow("%s (text made up)", name)
        << number << QString::fromLatin1(id) << Act()
        << u"An error occurred (%1) when calling the %2 operation: A made-up text."_s.arg(QLatin1StringView(error),
                                                                                          QLatin1StringView(operation))
        << Facts();
}

} // namespace poolscope::sandbox::test
