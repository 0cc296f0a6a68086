#pragma once

#include "json/value.h"

#include <QDateTime>
#include <QString>

#include <optional>

// How a value is shown in one line; for src/tokens only.
namespace poolscope::tokens {

struct ShownText
{
    QString text;
    bool truncated = false;
};

// At most 300 characters. Control and direction-changing characters stand as \u202e and the like, so that a value cannot
// look like what it is not. Short lists of plain values stand in full, others by their number of entries.
ShownText shownText(const json::Value &value);

// The whole value: a string's own characters, otherwise its JSON.
QString rawText(const json::Value &value);

std::optional<QDateTime> claimTime(const json::Value &value); // in UTC

} // namespace poolscope::tokens
