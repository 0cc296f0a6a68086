#include "ui/why/peoplecard.h"

#include "diagnosis/signintrouble.h"
#include "ui/common/card.h"
#include "ui/common/labels.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace poolscope::ui {

namespace {

constexpr int mostRows = 6; // before it scrolls

QString lineOf(const idp::UserType &user)
{
    QStringList parts{diagnosis::knownAs(user)};
    const QString name = user.username.value_or(QString());
    if (name != parts.first())
        parts += name;
    parts += user.userStatus.value_or(QString());
    if (!user.enabled.value_or(true))
        parts += PeopleCard::tr("disabled");
    return parts.join(QStringLiteral(" · "));
}

} // namespace

PeopleCard::PeopleCard(QWidget *parent)
    : QWidget(parent)
{
    auto *card = new Card(this);
    card->setDense(true);
    m_title = headingLabel({}, card);
    m_title->setObjectName(QStringLiteral("why.peopleTitle"));
    m_list = new QListWidget(card);
    m_list->setObjectName(QStringLiteral("why.people"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    card->contentLayout()->addWidget(m_title);
    card->contentLayout()->addWidget(m_list);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(card);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item && m_movingChooses)
            emit chosen(item->data(Qt::UserRole).toString());
    });
    for (const auto signal : {&QListWidget::itemActivated, &QListWidget::itemClicked})
        connect(m_list, signal, this,
                [this](const QListWidgetItem *item) { emit chosen(item->data(Qt::UserRole).toString()); });
}

void PeopleCard::setPeople(const QString &title, const QList<idp::UserType> &people, const QString &chosen,
                           bool allHaveTheName)
{
    const QSignalBlocker quiet(m_list); // filling it is not choosing
    m_movingChooses = allHaveTheName;
    m_list->clear();
    for (const idp::UserType &user : people) {
        auto *item = new QListWidgetItem(lineOf(user), m_list);
        item->setData(Qt::UserRole, user.username.value_or(QString()));
        if (user.username == chosen)
            m_list->setCurrentItem(item);
    }
    m_list->setAccessibleName(title);
    m_title->setText(title);
    const int rows = int(qMin<qsizetype>(people.size(), mostRows));
    m_list->setFixedHeight(rows * qMax(m_list->sizeHintForRow(0), fontMetrics().height()) + 8);
}

void PeopleCard::focusList()
{
    m_list->setFocus();
}

} // namespace poolscope::ui
