#pragma once

#include "diagnosis/signintrouble.h"

#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace poolscope::ui {

class Card;

// What keeps a user out: the findings with their buttons, what was looked at, and what could not be seen.
class TroubleView final : public QWidget
{
    Q_OBJECT

public:
    explicit TroubleView(QWidget *parent = nullptr);

    // Where `readOnly`, the buttons stand there but cannot be pressed.
    void setTrouble(const diagnosis::SignInTrouble &trouble, bool readOnly);
    void clear();
    void focusFirst(); // the first finding

signals:
    void remedyChosen(const poolscope::diagnosis::Remedy &remedy);
    void signInChosen(const QString &username);
    void lockOutEndChosen(); // a sandbox's

private:
    struct Place // of the focus: a finding's callout, and what in it
    {
        QString finding;
        QString part;
    };
    std::optional<Place> focused() const;
    void restore(const Place &place);
    void addFinding(const diagnosis::Finding &finding, bool readOnly);
    void addEvidence(const QList<diagnosis::Evidence> &evidence);
    void addNotSeen(const QStringList &sentences);
    QVBoxLayout *addCard(const QString &title);

    QVBoxLayout *m_layout;
    QWidget *m_content = nullptr;
};

} // namespace poolscope::ui
