#pragma once

#include "model/cognitoidp.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <algorithm>

namespace poolscope::users {

// What UserLookup found.
struct LookupResult
{
    // One condition of ListUsers, and how many users it gave.
    struct Question
    {
        QString filter;
        int found = 0;
        bool complete = true; // false: the service went on giving pages, and the search was broken off
    };

    QString typed;              // what was looked for
    QList<idp::UserType> exact; // their user name, sub, e-mail address, phone number or preferred name is that, by the
                                // service's own comparison
    QList<idp::UserType>
        similar; // where nobody is exact: nearest first; may differ from it only in upper and lower case
    QList<Question> asked;

    // Whether all who have the name were seen. Of those who are similar only the first of each condition are looked at.
    bool sawAll() const
    {
        return std::all_of(asked.cbegin(), asked.cend(), [](const Question &one) { return one.complete; });
    }
};

} // namespace poolscope::users

Q_DECLARE_METATYPE(poolscope::users::LookupResult)
