// SPDX-License-Identifier: GPL-3.0-or-later
#include <decode/passing.h>

#include <QtTest/QTest>

#include <array>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace arb;
using decode::HeldFile;
using decode::SocketPair;

class TstPassing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesStayWhole();
    void descriptorGoesAlong();
    void whoDiesEndsTheWait();
    void noProgramInheritsThem();
};

void TstPassing::messagesStayWhole()
{
    const SocketPair sockets = SocketPair::make();
    QVERIFY(sockets.isOpen());
    QVERIFY(decode::sendParcel(sockets.ours.fd(), "abc", 3, -1));
    QVERIFY(decode::sendParcel(sockets.ours.fd(), "de", 2, -1));
    std::array<char, 8> bytes{};
    const decode::Parcel first = decode::receiveParcel(sockets.theirs.fd(), bytes.data(), bytes.size());
    QCOMPARE(first.size, ssize_t(3));
    QVERIFY(!first.cut);
    QCOMPARE(first.files, 0);
    QCOMPARE(QByteArray(bytes.data(), 3), QByteArray("abc"));
    const decode::Parcel second = decode::receiveParcel(sockets.theirs.fd(), bytes.data(), 1);
    QVERIFY(second.cut); // two bytes, room for one
}

void TstPassing::descriptorGoesAlong()
{
    const SocketPair sockets = SocketPair::make();
    std::array<int, 2> ends{-1, -1};
    QCOMPARE(::pipe2(ends.data(), O_CLOEXEC), 0);
    const HeldFile from(ends[0]);
    HeldFile into(ends[1]);
    QVERIFY(decode::sendParcel(sockets.theirs.fd(), "x", 1, into.fd()));
    into = HeldFile();
    char byte = 0;
    {
        const decode::Parcel parcel = decode::receiveParcel(sockets.ours.fd(), &byte, 1);
        QCOMPARE(parcel.files, 1);
        QVERIFY(parcel.file.isOpen());
        QCOMPARE(::write(parcel.file.fd(), "y", 1), ssize_t(1));
    }
    QCOMPARE(::read(from.fd(), &byte, 1), ssize_t(1));
    QCOMPARE(byte, 'y');
    QCOMPARE(::read(from.fd(), &byte, 1), ssize_t(0)); // the parcel closed the last writer
}

void TstPassing::whoDiesEndsTheWait()
{
    SocketPair sockets = SocketPair::make();
    char byte = 0;
    QCOMPARE(decode::receiveParcel(sockets.ours.fd(), &byte, 1, MSG_DONTWAIT).size, ssize_t(-1)); // nothing yet
    sockets.theirs = HeldFile();
    QVERIFY(!sockets.isOpen());
    QCOMPARE(decode::receiveParcel(sockets.ours.fd(), &byte, 1).size, ssize_t(0));
    QVERIFY(!decode::sendParcel(sockets.ours.fd(), &byte, 1, -1)); // and no signal ends this process
}

void TstPassing::noProgramInheritsThem()
{
    const SocketPair sockets = SocketPair::make();
    QVERIFY((::fcntl(sockets.ours.fd(), F_GETFD) & FD_CLOEXEC) != 0);
    QVERIFY((::fcntl(sockets.theirs.fd(), F_GETFD) & FD_CLOEXEC) != 0);
}

QObject *make_tst_passing();
QObject *make_tst_passing() { return new TstPassing; }
#include "tst_passing.moc"
