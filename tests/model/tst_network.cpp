#include "tests/model/gan_fixture.h"
#include "tests/model/normed_generator.h"

#include <QTest>

using namespace gan;

class TestNetwork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_generator = std::make_unique<NormedGenerator>(randomFor(1, 0, Purpose::Weights));
        m_z = at::empty({8, 3}, at::kDouble).normal_(4, 2, randomFor(1, 0, Purpose::Noise));
    }

    void manyParametersLieInOnePiece()
    {
        QCOMPARE(m_generator->weights().numel(), 3 + 1 + 3 + 3);
        const Tensor before = (*m_generator)(m_z).detach();
        const at::NoGradGuard noGrad;
        m_generator->weights()[3].add_(2); // the bias
        QVERIFY(at::allclose((*m_generator)(m_z), before + 2));
    }

    void gradientsArriveInOnePiece()
    {
        const auto value = [&] { return (*m_generator)(m_z).square().sum(); };
        m_generator->clearGradient();
        value().backward();
        QVERIFY(m_generator->gradient().norm().item<double>() > 0.1);
        QVERIFY(worstSlope(m_generator->weights(), m_generator->gradient(),
                           [&] { return value().item<double>(); }) < 1e-6);
        m_generator->clearGradient();
        QCOMPARE(m_generator->gradient().norm().item<double>(), 0.0);
    }

    void frozenWeightsGetNoGradient()
    {
        m_generator->clearGradient();
        const Tensor input = m_z.clone().requires_grad_();
        {
            const Frozen frozen(*m_generator);
            (*m_generator)(input).square().sum().backward();
        }
        QCOMPARE(m_generator->gradient().norm().item<double>(), 0.0);
        QVERIFY(input.grad().norm().item<double>() > 0);
        (*m_generator)(m_z).square().sum().backward();
        QVERIFY(m_generator->gradient().norm().item<double>() > 0); // learns again
    }

    void lookingLeavesTheBuffers()
    {
        const Tensor mean = m_generator->buffers()[0].clone(), variance = m_generator->buffers()[1].clone();
        {
            const Looking looking(*m_generator);
            QVERIFY(!(*m_generator)(m_z).requires_grad());
            QVERIFY(!at::equal(m_generator->buffers()[0], mean)); // the pass did change them
        }
        QVERIFY(at::equal(m_generator->buffers()[0], mean));
        QVERIFY(at::equal(m_generator->buffers()[1], variance));
        QVERIFY((*m_generator)(m_z).requires_grad());
        QVERIFY(!at::equal(m_generator->buffers()[0], mean)); // training moves them
    }

private:
    std::unique_ptr<NormedGenerator> m_generator;
    Tensor m_z;
};

QTEST_GUILESS_MAIN(TestNetwork)
#include "tst_network.moc"
