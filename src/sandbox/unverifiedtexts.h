#pragma once

#include <QLatin1StringView>
#include <QList>
#include <QString>

namespace poolscope::sandbox {

// Words that the service may not use for what it says.
struct UnverifiedText
{
    QString text; // an error's "AnException: A text about …", where … stands for what it names, or a sentence
    QLatin1StringView mark; // as a choice's: "recalled", "inferred", "disputed", "one source", "emulators"
};

QList<UnverifiedText> unverifiedTexts();

} // namespace poolscope::sandbox
