#pragma once

#include <QString>

namespace poolscope::sandbox {

// Numbers that look random and are always the same for a seed, a number and a purpose (SplitMix64). For made-up people;
// nothing that is to stay secret comes from here.
class SeedDice final
{
public:
    enum Purpose : quint64 { Person = 1, State = 2, Sub = 3, Password = 4 };

    SeedDice(quint64 seed, qint64 number, Purpose purpose);

    quint64 next();
    qint64 below(qint64 bound); // 0 .. bound - 1; bound is at least 1
    QString hex(int digits);    // a multiple of 16
    QString uuid();             // of the form of version 4

private:
    quint64 m_state;
};

} // namespace poolscope::sandbox
