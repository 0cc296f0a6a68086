#pragma once

#include <QLatin1StringView>
#include <QList>
#include <QString>

namespace poolscope::sandbox {

// An error that the service gives, in words that it may not use.
struct UnverifiedText
{
    QString text;           // "AnException: A text about …", where … stands for what it names
    QLatin1StringView mark; // as a choice's: "recalled", "inferred", "disputed", "one source", "emulators"
};

QList<UnverifiedText> unverifiedTexts();

// What the sandbox does without knowing whether the service does the same, and offers no choice of; translated sentences.
QList<UnverifiedText> unverifiedBehaviours();

} // namespace poolscope::sandbox
