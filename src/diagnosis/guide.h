#pragma once

#include "core/error.h"

#include <QList>
#include <QString>

namespace poolscope::diagnosis {

// An entry of resources/diagnoses for reading, in the program's language: what depends on a pool or a client is named in
// general ("‹app client id›").
struct GuideEntry
{
    QString id;
    QString code;       // may be empty
    QString message;    // a piece of the service's words; may be empty
    QString operations; // separated by commas; empty: any
    QString what;
    QString why;
    QString todo;
    QString searched;      // everything of it in small letters, and the English words
    bool possible = false; // the cause is only likely
};

// All entries: those of the service by the error's name, then those of the network. Pure; reentrant.
QList<GuideEntry> guideEntries();

// Those that have all words, in any order; the best first: words in the error's name or message count more than in the
// sentences. All of them for no words.
QList<GuideEntry> searched(const QList<GuideEntry> &entries, const QString &words);

// Those that explain the error, the best first, at most 5. An error without a code goes by its message alone. Nothing
// where nothing is known of it.
QList<GuideEntry> explaining(const QList<GuideEntry> &entries, const Error &error);

} // namespace poolscope::diagnosis
