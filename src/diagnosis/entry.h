#pragma once

#include <QtGlobal>

#include <span>

namespace poolscope::diagnosis {

// One row of the table made from resources/diagnoses. Empty strings match anything.
struct Entry
{
    const char *id;
    const char *operations; // names separated by blanks
    const char *code;       // the error's code
    const char *message;    // must occur in the error's message
    const char *kind;       // as toString(Error::Kind)
    const char *when;       // "fact=value" pairs separated by blanks; the value * asks only that the fact is known
    const char *what;
    const char *why;
    const char *here; // in place of `why` where all facts that it names are known; empty: there is none
    const char *todo;
    const char *field;
    const char *action;
    bool possible;
    const char *source;
};

std::span<const Entry> entries();

} // namespace poolscope::diagnosis
